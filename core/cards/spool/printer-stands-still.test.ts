import { expect, test } from 'vitest';
import { retryPrint } from './requests.ts';
import { deskAtHand, soon } from './test/at-hand.ts';

const faults = [
  ['media-empty', 'printer-out-of-cards'],
  ['ribbon-empty', 'printer-out-of-ribbon'],
  ['media-jam', 'printer-jammed'],
  ['cover-open', 'printer-open'],
] as const;

test.for(faults)(
  '%s before the card: it waits with the printer’s own reason, and prints once mended',
  async ([reason, trouble]) => {
    const { desk, simulator } = await deskAtHand();
    simulator.stop(reason);
    const id = desk.print();
    await expect.poll(() => desk.troubleOf(id), soon).toBe(trouble);
    expect(simulator.received).toHaveLength(0);
    simulator.mend();
    await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
    expect(desk.troubleOf(id)).toBeNull();
    expect(simulator.printed).toHaveLength(1);
  },
);

test.for(faults)('%s in the middle of the card: one card in the end', async ([reason, trouble]) => {
  const { desk, simulator } = await deskAtHand({ cardMs: 500 });
  const id = desk.print();
  await expect.poll(() => simulator.received.length, soon).toBe(1);
  simulator.stop(reason);
  await expect.poll(() => desk.troubleOf(id), soon).toBe(trouble);
  simulator.mend();
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
  expect(simulator.printed).toHaveLength(1);
});

test('a printer busy for long is waited for, and the card comes out once', async () => {
  const { desk, simulator } = await deskAtHand();
  simulator.setBusy(true);
  const id = desk.print();
  await expect.poll(() => desk.troubleOf(id), soon).toBe('printer-busy');
  expect(desk.prints.get(id)?.retryAt).not.toBeNull();
  simulator.setBusy(false);
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
  expect(simulator.received).toHaveLength(1);
});

test('a printer switched off is waited for', async () => {
  const { desk, simulator } = await deskAtHand();
  simulator.vanish();
  const id = desk.print();
  await expect.poll(() => desk.troubleOf(id), soon).toBe('printer-unreachable');
  await simulator.reappear();
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
});

test('a printer that gives a card up for no reason it names is not asked again by itself', async () => {
  const { desk, simulator } = await deskAtHand({ cardMs: 500 });
  const id = desk.print();
  await expect.poll(() => simulator.received.length, soon).toBe(1);
  simulator.stop('other');
  await expect.poll(() => desk.troubleOf(id), soon).toBe('printer-stopped');
  simulator.mend();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(desk.stateOf(id)).toBe('waiting');
  retryPrint(desk, id);
  await expect.poll(() => desk.stateOf(id), soon).toBe('printed');
});
