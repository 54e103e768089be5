import { expect, test } from 'vitest';
import { openIppPrinter } from './printer.ts';
import { card, printerAtHand } from './printer-faults.fixture.ts';

test('a card is printed once, byte for byte', async () => {
  const { printer, simulator } = await printerAtHand();
  expect(await printer.print(card)).toEqual({ outcome: 'printed' });
  expect(simulator.printed).toEqual([card.pdf]);
  expect(await printer.status()).toEqual({ state: 'idle', reason: null });
});

test('a printer is named by its queue', () => {
  expect(openIppPrinter('ipp://localhost/printers/cards').name).toBe('cards');
  expect(() => openIppPrinter('file:///dev/usb/lp0')).toThrow(TypeError);
});

test('given up by the operator before it was done, a card is cancelled at the printer', async () => {
  const { printer, simulator } = await printerAtHand({ cardMs: 5000 });
  const result = await printer.print(card, { signal: AbortSignal.timeout(30) });
  expect(result).toEqual({ outcome: 'stopped', reason: 'other' });
  expect(simulator.received).toHaveLength(1);
  expect(simulator.printed).toHaveLength(0);
  expect(await printer.status()).toEqual({ state: 'idle', reason: null });
});

test('a card that takes too long is cancelled at the printer', async () => {
  const { printer } = await printerAtHand({ cardMs: 5000 });
  expect(await printer.print(card, { timeoutMs: 30 })).toEqual({ outcome: 'stopped', reason: 'other' });
});
