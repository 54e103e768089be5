import { expect, test } from 'vitest';
import { syncOnce } from './sync.ts';
import { kioskAndCentral } from './test/links.ts';

const ignore = () => {};
const plenty = 1_000_000;

test('an update is not sent before the enrolment, even while the enrolment steps aside', async () => {
  const { outbox, clientOver, queue, received, say, accept, state } = await kioskAndCentral();
  const [create, update] = queue(2);
  const [other] = queue(1);
  const central = await clientOver();
  say((id) => (id === create ? new Response('trouble', { status: 500 }) : accept(id)));
  await syncOnce({ outbox, central, onReceipt: ignore });
  expect(received).toEqual([other]);
  say(accept);
  state.clock += 60_000;
  await syncOnce({ outbox, central, onReceipt: ignore });
  expect(received).toEqual([other, create, update]);
});

test('a batch is bounded in number and bytes, yet one packet larger than the bound still goes', async () => {
  const { outbox, queue } = await kioskAndCentral();
  const ids = [...queue(1), ...queue(1), ...queue(1)];
  const size = outbox.next(1, plenty)[0].bytes.length;
  expect(outbox.next(2, plenty).map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(outbox.next(3, 2 * size).map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(outbox.next(3, 1).map(({ id }) => id)).toEqual(ids.slice(0, 1));
});

test('more packets than one batch holds are all sent in one round', async () => {
  const { outbox, clientOver, queue, received } = await kioskAndCentral();
  const ids = Array.from({ length: 45 }, () => queue(1)).flat();
  expect(await syncOnce({ outbox, central: await clientOver(), onReceipt: ignore })).toMatchObject({
    accepted: 45,
  });
  expect(received).toEqual(ids);
});

test('a packet joins the transaction of the enrolment: rolled back together', async () => {
  const { db, outbox, queue } = await kioskAndCentral();
  const failing = db.transaction(() => {
    queue(1);
    throw new Error('power lost');
  });
  expect(failing).toThrow('power lost');
  expect(outbox.counts()).toEqual({ waiting: 0, sent: 0, parked: 0 });
});

test('the same packet is not queued twice, and a sent one gives up its bytes', async () => {
  const { db, outbox, clientOver, queue } = await kioskAndCentral();
  const [id] = queue(1);
  const again = { id, personId: 'p', revision: 1, bytes: Buffer.of(1), district: '84' };
  expect(() => outbox.add(again)).toThrow(/UNIQUE/);
  await syncOnce({ outbox, central: await clientOver(), onReceipt: ignore });
  expect(db.prepare('SELECT bytes FROM outbox').pluck().get()).toBeNull();
});
