import { expect, test } from 'vitest';
import { card, printerAtHand } from './printer-faults.fixture.ts';

test('a printer busy for too long is said to be busy, and nothing is printed', async () => {
  const { printer, simulator } = await printerAtHand();
  simulator.setBusy(true);
  expect(await printer.print(card)).toEqual({ outcome: 'busy' });
  expect(simulator.received).toHaveLength(0);
});

test('a printer busy for a moment is waited for', async () => {
  const { printer, simulator } = await printerAtHand({ cardMs: 10 });
  const [first, second] = await Promise.all([
    printer.print(card),
    printer.print({ ...card, name: 'card-2' }),
  ]);
  expect([first.outcome, second.outcome]).toEqual(['printed', 'printed']);
  expect(simulator.printed).toHaveLength(2);
});
