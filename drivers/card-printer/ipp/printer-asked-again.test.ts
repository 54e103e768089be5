import { expect, test } from 'vitest';
import { openIppPrinter } from './printer.ts';
import { card, hurried, printerAtHand } from './printer-faults.fixture.ts';

test('the kiosk died while the card was printing: the printer tells how it ended', async () => {
  const { printer, simulator } = await printerAtHand({ cardMs: 60 });
  void printer.print(card);
  await expect.poll(() => simulator.received.length).toBe(1);
  const afterRestart = openIppPrinter(simulator.uri, hurried);
  expect(await afterRestart.recall(card.name)).toEqual({ outcome: 'printed' });
  expect(await afterRestart.recall(card.name)).toEqual({ outcome: 'printed' });
  expect(simulator.received).toHaveLength(1);
});

test('a kiosk that closes lets the printer finish, and hears of it when it opens again', async () => {
  const { printer, simulator } = await printerAtHand({ cardMs: 80 });
  const closing = new AbortController();
  const printing = printer.print(card, { unwatch: closing.signal });
  await expect.poll(() => simulator.received.length).toBe(1);
  closing.abort();
  expect(await printing).toEqual({ outcome: 'unknown' });
  expect(await printer.recall(card.name)).toEqual({ outcome: 'printed' });
});

test('the card that the kiosk died over is stuck: it is ended at the printer, and said to be stopped', async () => {
  const { printer, simulator } = await printerAtHand({ cardMs: 5000 });
  void printer.print(card);
  await expect.poll(() => simulator.received.length).toBe(1);
  simulator.stop('media-jam');
  const afterRestart = openIppPrinter(simulator.uri, hurried);
  expect(await afterRestart.recall(card.name)).toEqual({ outcome: 'stopped', reason: 'media-jam' });
  simulator.mend();
  expect(simulator.printed).toHaveLength(0);
});

test('a printer that lost power remembers no card, and does not take the next one for it', async () => {
  const { printer, simulator } = await printerAtHand({ cardMs: 5 });
  await printer.print(card);
  simulator.losePower();
  await printer.print({ ...card, name: 'card-2' });
  expect(await printer.recall(card.name)).toEqual({ outcome: 'unknown' });
  simulator.vanish();
  expect(await printer.recall(card.name)).toEqual({ outcome: 'unreachable' });
});
