import { expect, test } from 'vitest';
import { drawnPrint } from './drawn-print.fixture.ts';
import { patience, scannerAtHand } from './scanner-at-hand.fixture.ts';

test('no finger in time: timed out, and the scanner is ready for the next', async () => {
  const { scanner, place } = await scannerAtHand();
  place(null);
  expect(await scanner.capture({ timeoutMs: 120 })).toEqual({ outcome: 'timed-out' });
  place(drawnPrint());
  expect((await scanner.capture(patience)).outcome).toBe('captured');
});

test('a finger placed while it waits is seen', async () => {
  const { scanner, place } = await scannerAtHand();
  place(null);
  setTimeout(place, 100, drawnPrint());
  expect((await scanner.capture(patience)).outcome).toBe('captured');
});

test('a finger the sensor cannot use is poor, not absent', async () => {
  const { scanner, place } = await scannerAtHand();
  place('smudge');
  expect(await scanner.capture(patience)).toEqual({ outcome: 'poor' });
});

test('given up while waiting: cancelled', async () => {
  const { scanner, place } = await scannerAtHand();
  place(null);
  const result = await scanner.capture({ ...patience, signal: AbortSignal.timeout(30) });
  expect(result).toEqual({ outcome: 'cancelled' });
  expect(await scanner.capture({ ...patience, signal: AbortSignal.abort() })).toEqual({
    outcome: 'cancelled',
  });
});

test('given up while the image is sent: cancelled, and the rest of it does not reach the next capture', async () => {
  const { scanner } = await scannerAtHand({ baudMs: 1 });
  const giveUp = new AbortController();
  const result = await scanner.capture({
    ...patience,
    signal: giveUp.signal,
    onProgress: (fraction) => {
      if (fraction > 0.5) giveUp.abort();
    },
  });
  expect(result).toEqual({ outcome: 'cancelled' });
  expect((await scanner.capture(patience)).outcome).toBe('captured');
});

test('closed while waiting: cancelled, and gone for good', async () => {
  const { scanner, place } = await scannerAtHand();
  place(null);
  const result = scanner.capture(patience);
  setTimeout(() => scanner.close(), 30);
  expect((await result).outcome).toMatch(/cancelled|device-gone/);
  expect(await scanner.capture(patience)).toEqual({ outcome: 'device-gone' });
});
