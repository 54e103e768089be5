import { expect, test } from 'vitest';
import type { StopReason } from '../types.ts';
import { card, printerAtHand } from './printer-faults.fixture.ts';
import { stopReason } from './stop-reason.ts';

test.for<StopReason>(['ribbon-empty', 'media-jam', 'media-empty', 'cover-open', 'other'])(
  'the printer stops in the middle of a card: %s',
  async (reason) => {
    const { printer, simulator } = await printerAtHand({ cardMs: 5000 });
    const result = printer.print(card);
    await expect.poll(() => simulator.received.length).toBe(1);
    simulator.stop(reason);
    expect(await result).toEqual({ outcome: 'stopped', reason });
    expect(await printer.status()).toEqual({ state: 'stopped', reason });
  },
);

test('mended, the printer does not print the card that was given up, and prints the next once', async () => {
  const { printer, simulator } = await printerAtHand();
  simulator.stop('ribbon-empty');
  expect(await printer.print(card)).toEqual({ outcome: 'stopped', reason: 'ribbon-empty' });
  simulator.mend();
  expect(await printer.print(card)).toEqual({ outcome: 'printed' });
  expect(simulator.printed).toHaveLength(1);
  expect(simulator.received).toHaveLength(2);
});

test('an error speaks before a warning', () => {
  expect(stopReason(['media-empty-warning', 'media-jam-error'])).toBe('media-jam');
  expect(stopReason(['marker-supply-low-warning', 'door-open'])).toBe('cover-open');
  expect(stopReason(['none'])).toBe('other');
});
