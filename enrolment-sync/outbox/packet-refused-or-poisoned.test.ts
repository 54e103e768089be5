import { generateKeyPairSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import type { Receipt } from '#sync/packet/index.ts';
import { syncOnce } from './sync.ts';
import { kioskAndCentral } from './test/links.ts';

const ignore = () => {};
const at = new Date(0).toISOString();

test('what central rejects is parked with its reason and its bytes, and can be sent again', async () => {
  const { db, outbox, clientOver, queue, say, accept, personOf } = await kioskAndCentral();
  const [id] = queue(1);
  say((packetId) => ({ outcome: 'rejected', packetId, personId: null, reason: 'unknown-device', at }));
  const central = await clientOver();
  expect(await syncOnce({ outbox, central, onReceipt: ignore })).toMatchObject({ parked: 1 });
  expect(outbox.parked()).toEqual([{ id, personId: personOf(id), reason: 'unknown-device' }]);
  expect(db.prepare('SELECT bytes FROM outbox').pluck().get()).toBeInstanceOf(Buffer);
  expect(outbox.unpark(id)).toBe(true);
  say(accept);
  expect(await syncOnce({ outbox, central, onReceipt: ignore })).toMatchObject({ accepted: 1 });
  expect(outbox.unpark(id)).toBe(false);
});

test('a duplicate is told to the kiosk with the person it duplicates', async () => {
  const { outbox, clientOver, queue, say, personOf } = await kioskAndCentral();
  queue(1);
  const duplicateOf = uuidv7();
  say((packetId) => ({ outcome: 'duplicate-of', packetId, personId: personOf(packetId), duplicateOf, at }));
  const onReceipt = vi.fn();
  expect(await syncOnce({ outbox, central: await clientOver(), onReceipt })).toMatchObject({ duplicates: 1 });
  expect(onReceipt).toHaveBeenCalledWith(expect.objectContaining({ duplicateOf }));
  expect(outbox.counts()).toEqual({ waiting: 0, sent: 1, parked: 0 });
});

test('a receipt that central did not sign, or for another packet or person, is refused and settles nothing', async () => {
  const { outbox, clientOver, queue, say, state, accept, personOf } = await kioskAndCentral();
  const [id] = queue(1);
  const central = await clientOver();
  const onReceipt = vi.fn();
  const forged: ((packetId: string) => Receipt)[] = [
    () => ({ outcome: 'accepted', packetId: 'ab'.repeat(32), personId: personOf(id), at }),
    (packetId) => ({ outcome: 'accepted', packetId, personId: uuidv7(), at }),
  ];
  for (const verdict of forged) {
    say(verdict);
    const result = await syncOnce({ outbox, central, onReceipt });
    expect(result).toEqual({ outcome: 'refused', reason: 'forged-receipt' });
  }
  say(accept);
  state.privateKey = generateKeyPairSync('ed25519').privateKey;
  const result = await syncOnce({ outbox, central, onReceipt });
  expect(result).toEqual({ outcome: 'refused', reason: 'forged-receipt' });
  expect(onReceipt).not.toHaveBeenCalled();
  expect(outbox.counts().waiting).toBe(1);
});

test('a packet on which central chokes steps aside, the others go, and it is tried again later', async () => {
  const { outbox, clientOver, queue, received, say, accept, state } = await kioskAndCentral();
  const [poison] = queue(1);
  const [good] = queue(1);
  const central = await clientOver();
  say((id) => (id === poison ? new Response('trouble', { status: 500 }) : accept(id)));
  expect(await syncOnce({ outbox, central, onReceipt: ignore })).toMatchObject({ accepted: 1 });
  expect(received).toEqual([good]);
  expect(outbox.dueAt()).toBe(state.clock + 30_000);
  say(accept);
  state.clock += 30_000;
  expect(await syncOnce({ outbox, central, onReceipt: ignore })).toMatchObject({ accepted: 1 });
  expect(received).toEqual([good, poison]);
});

test('central in trouble with every packet is left alone after three', async () => {
  const { outbox, clientOver, queue, say } = await kioskAndCentral();
  for (let person = 0; person < 5; person++) queue(1);
  const trouble = vi.fn(() => new Response('trouble', { status: 503 }));
  say(trouble);
  const result = await syncOnce({ outbox, central: await clientOver(), onReceipt: ignore });
  expect(result).toEqual({ outcome: 'unreachable' });
  expect(trouble).toHaveBeenCalledTimes(3);
});

test('central that no longer knows the device: refused, and every packet waits', async () => {
  const { outbox, clientOver, queue, say } = await kioskAndCentral();
  queue(1);
  say(() => Response.json({ error: 'unknown-device', now: at }, { status: 401 }));
  const result = await syncOnce({ outbox, central: await clientOver(), onReceipt: ignore });
  expect(result).toEqual({ outcome: 'refused', reason: 'unknown-device' });
  expect(outbox.counts()).toEqual({ waiting: 1, sent: 0, parked: 0 });
});

test('when the kiosk cannot take in a receipt, the packet stays in the queue', async () => {
  const { outbox, clientOver, queue } = await kioskAndCentral();
  queue(1);
  const central = await clientOver();
  const full = () => {
    throw new Error('disk full');
  };
  await expect(syncOnce({ outbox, central, onReceipt: full })).rejects.toThrow('disk full');
  expect(outbox.counts()).toEqual({ waiting: 1, sent: 0, parked: 0 });
});
