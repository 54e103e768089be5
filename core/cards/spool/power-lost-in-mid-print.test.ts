import { expect, test } from 'vitest';
import { tellOutcome } from './requests.ts';
import { scanBack } from './scan-back.ts';
import { deskAtHand, kioskThatPrints, opened, soon } from './test/at-hand.ts';
import { operator } from './test/desk.ts';

async function deskToBeKilled(cardMs: number) {
  const { home, desk, simulator } = await deskAtHand({ cardMs });
  await desk.spool.close();
  desk.db.close();
  return { home, simulator };
}

test('the kiosk loses power while the card prints: the printer tells that it came out, and nothing is printed twice', async () => {
  const { home, simulator } = await deskToBeKilled(400);
  const kiosk = await kioskThatPrints(home, simulator.uri);
  await expect.poll(() => simulator.received.length, soon).toBe(1);
  await kiosk.kill();
  const desk = await opened(home, simulator.uri);
  await expect.poll(() => desk.stateOf(kiosk.job), soon).toBe('printed');
  expect(simulator.received).toHaveLength(1);
  expect(scanBack(desk, operator, desk.number, desk.text())).toMatchObject({ state: 'issued' });
});

test.for([true, false])(
  'kiosk and printer lose power while the card prints: the operator is asked, and is obeyed (came out: %s)',
  async (cameOut) => {
    const { home, simulator } = await deskToBeKilled(60_000);
    const kiosk = await kioskThatPrints(home, simulator.uri);
    await expect.poll(() => simulator.received.length, soon).toBe(1);
    await kiosk.kill();
    simulator.losePower();
    const desk = await opened(home, simulator.uri);
    await expect.poll(() => desk.prints.get(kiosk.job)?.retryAt, soon).toBeNull();
    expect(desk.stateOf(kiosk.job)).toBe('unknown');
    expect(desk.troubleOf(kiosk.job)).toBe('print-outcome-unknown');
    expect(simulator.received).toHaveLength(1);
    tellOutcome(desk, operator, kiosk.job, cameOut);
    await expect.poll(() => simulator.received.length, soon).toBe(cameOut ? 1 : 2);
    expect(desk.stateOf(kiosk.job)).toBe(cameOut ? 'printed' : 'sending');
    expect(desk.audited()).toContain(cameOut ? 'print-seen' : 'print-not-seen');
  },
);

test('the printer loses power in the middle of the card: the operator is asked', async () => {
  const { desk, simulator } = await deskAtHand({ cardMs: 5000 });
  const id = desk.print();
  await expect.poll(() => simulator.received.length, soon).toBe(1);
  simulator.vanish();
  simulator.losePower();
  await expect.poll(() => desk.stateOf(id), soon).toBe('unknown');
  await simulator.reappear();
  await expect.poll(() => desk.prints.get(id)?.retryAt, soon).toBeNull();
  expect(simulator.received).toHaveLength(1);
  expect(desk.stateOf(id)).toBe('unknown');
});

test('the cable is pulled in the middle of the card, and the printer goes on: plugged in again, it tells', async () => {
  const { desk, simulator } = await deskAtHand({ cardMs: 1000 });
  const id = desk.print();
  await expect.poll(() => simulator.received.length, soon).toBe(1);
  simulator.vanish();
  await expect.poll(() => desk.stateOf(id), soon).toBe('unknown');
  await simulator.reappear();
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
  expect(simulator.received).toHaveLength(1);
});

test('the kiosk is closed while the card prints, and asks the printer when it opens', async () => {
  const { home, desk, simulator } = await deskAtHand({ cardMs: 200 });
  const id = desk.print();
  await expect.poll(() => simulator.received.length, soon).toBe(1);
  await desk.spool.close();
  desk.db.close();
  const again = await opened(home, simulator.uri);
  await expect.poll(() => again.stateOf(id), soon).toBe('printed');
  expect(simulator.received).toHaveLength(1);
});

test('the operator says that nothing came out while the printer, out of reach, still has the card: one card', async () => {
  const { desk, simulator } = await deskAtHand({ cardMs: 1000 });
  const id = desk.print();
  await expect.poll(() => simulator.received.length, soon).toBe(1);
  simulator.vanish();
  await expect.poll(() => desk.stateOf(id), soon).toBe('unknown');
  tellOutcome(desk, operator, id, false);
  await simulator.reappear();
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
  expect(simulator.received).toHaveLength(1);
  expect(desk.prints.get(id)?.attempts).toBe(1);
});
