import { expect, test, vi } from 'vitest';
import { syncOnce } from './sync.ts';
import { kioskAndCentral } from './test/links.ts';

const ignore = () => {};

test('packets arrive once each and their receipts are told', async () => {
  const { outbox, clientOver, queue, received } = await kioskAndCentral();
  const ids = [...queue(1), ...queue(1)];
  const onReceipt = vi.fn();
  const onProgress = vi.fn();
  const result = await syncOnce({ outbox, central: await clientOver(), onReceipt, onProgress });
  expect(result).toEqual({ outcome: 'synced', accepted: 2, duplicates: 0, parked: 0 });
  expect(received).toEqual(ids);
  expect(onReceipt.mock.calls.map(([receipt]) => receipt.packetId)).toEqual(ids);
  expect(onProgress).toHaveBeenLastCalledWith({ done: 2, waiting: 0 });
  expect(outbox.counts()).toEqual({ waiting: 0, sent: 2, parked: 0 });
});

test('central unreachable: nothing is lost, each failure waits longer, and a good link sends all', async () => {
  const { outbox, clientOver, queue, state } = await kioskAndCentral();
  queue(1);
  expect(outbox.dueAt()).toBe(0);
  const down = await clientOver(async () => {
    throw new TypeError('fetch failed');
  });
  const waits: number[] = [];
  for (let round = 0; round < 3; round++) {
    const result = await syncOnce({ outbox, central: down, onReceipt: ignore });
    expect(result).toEqual({ outcome: 'unreachable' });
    waits.push((outbox.dueAt() ?? 0) - state.clock);
  }
  expect(waits).toEqual([30_000, 60_000, 120_000]);
  const result = await syncOnce({ outbox, central: await clientOver(), onReceipt: ignore });
  expect(result).toMatchObject({ outcome: 'synced', accepted: 1 });
  expect(outbox.dueAt()).toBeNull();
});

test('the answer is lost after central took the packet: it is sent again and settled once', async () => {
  const { outbox, clientOver, queue, received, say, accept } = await kioskAndCentral();
  const [id] = queue(1);
  const onReceipt = vi.fn();
  const central = await clientOver();
  say(() => null);
  expect(await syncOnce({ outbox, central, onReceipt })).toEqual({ outcome: 'unreachable' });
  say(accept);
  expect(await syncOnce({ outbox, central, onReceipt })).toMatchObject({ outcome: 'synced', accepted: 1 });
  expect(received).toEqual([id, id]);
  expect(onReceipt).toHaveBeenCalledTimes(1);
});

test('a link that delivers every request twice: the copy is refused as a replay and nothing changes', async () => {
  const { outbox, clientOver, central, queue, received } = await kioskAndCentral();
  queue(2);
  const copies: number[] = [];
  const twice = await clientOver(async (...request) => {
    const first = await central(...request);
    copies.push((await central(...request)).status);
    return first;
  });
  expect(await syncOnce({ outbox, central: twice, onReceipt: ignore })).toMatchObject({ accepted: 2 });
  expect(copies).toEqual([409, 409]);
  expect(received).toHaveLength(2);
});

test('a page of a captive portal is not central: packets wait', async () => {
  const { outbox, clientOver, queue } = await kioskAndCentral();
  queue(1);
  const portal = await clientOver(async () => new Response('<html>Please log in</html>'));
  expect(await syncOnce({ outbox, central: portal, onReceipt: ignore })).toEqual({ outcome: 'unreachable' });
  expect(outbox.counts().waiting).toBe(1);
});

test('the operator stops the sync: the rest waits, without a back-off', async () => {
  const { outbox, clientOver, queue } = await kioskAndCentral();
  queue(1);
  queue(1);
  const stop = new AbortController();
  const result = await syncOnce({
    outbox,
    central: await clientOver(),
    onReceipt: () => stop.abort(),
    signal: stop.signal,
  });
  expect(result).toEqual({ outcome: 'unreachable' });
  expect(outbox.counts()).toEqual({ waiting: 1, sent: 1, parked: 0 });
  expect(outbox.dueAt()).toBe(0);
});

test('a clock that is wrong by days does not keep a kiosk from sending', async () => {
  const { outbox, clientOver, queue, state } = await kioskAndCentral();
  queue(2);
  state.clock += 3 * 86_400_000;
  expect(await syncOnce({ outbox, central: await clientOver(), onReceipt: ignore })).toMatchObject({
    accepted: 2,
  });
});
