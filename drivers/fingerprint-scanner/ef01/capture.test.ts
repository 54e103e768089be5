import { expect, test } from 'vitest';
import { drawnPrint } from './drawn-print.fixture.ts';
import { patience, scannerAtHand } from './scanner-at-hand.fixture.ts';

test('a finger on the sensor gives its print, in 16 greys at 508 dpi', async () => {
  const { scanner } = await scannerAtHand();
  const progress: number[] = [];
  let seen = 0;
  const result = await scanner.capture({
    ...patience,
    onProgress: (fraction) => progress.push(fraction),
    onFingerSeen: () => seen++,
  });
  if (result.outcome !== 'captured') throw new Error(result.outcome);
  const { print } = result;
  const placed = drawnPrint();
  expect([print.width, print.height, print.dpi]).toEqual([256, 288, 508]);
  expect(print.pixels).toEqual(placed.pixels.map((grey) => (grey >> 4) * 17));
  expect(seen).toBe(1);
  expect(progress[0]).toBe(0);
  expect(progress.at(-1)).toBe(1);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
});

test('works the same over a socket, where the system has no pty', async () => {
  const { scanner, simulator } = await scannerAtHand({ line: 'tcp' });
  expect(simulator.path).toMatch(/^tcp:\/\/127\.0\.0\.1:\d+$/);
  expect((await scanner.capture(patience)).outcome).toBe('captured');
  simulator.unplug();
  await expect.poll(scanner.status).toBe('gone');
  await simulator.replug();
  expect((await scanner.capture(patience)).outcome).toBe('captured');
});

test('a module that tells its sensor size is believed', async () => {
  const { scanner } = await scannerAtHand({ product: { module: 'R503', width: 192, height: 192 } });
  const result = await scanner.capture(patience);
  expect(scanner.model).toBe('R503');
  expect(result).toMatchObject({ outcome: 'captured', print: { width: 192, height: 192 } });
});

test('a clone that answers no questions about itself still captures', async () => {
  const { scanner } = await scannerAtHand({ taciturn: true });
  expect((await scanner.capture(patience)).outcome).toBe('captured');
});

test('a module that refuses a faster line is read at its own rate', async () => {
  const { scanner } = await scannerAtHand({ fastestBaud: 57_600 });
  expect((await scanner.capture(patience)).outcome).toBe('captured');
});

test('a print of another resolution is seen at the pitch of the sensor', async () => {
  const { scanner, place } = await scannerAtHand();
  const ramp = drawnPrint(508, 508, 1016);
  place({ ...ramp, pixels: ramp.pixels.map((_, i) => Math.floor((i % 508) / 2)) });
  const result = await scanner.capture(patience);
  if (result.outcome !== 'captured') throw new Error(result.outcome);
  // 254 of the 256 columns are covered; the ramp then rises by one grey a column.
  expect(result.print.pixels[144 * 256 + 136]).toBe(8 * 17);
  expect(result.print.pixels[144 * 256 + 64]).toBe(3 * 17);
});

test('a second capture at the same time is told that the scanner is busy', async () => {
  const { scanner, place } = await scannerAtHand();
  place(null);
  const first = scanner.capture({ timeoutMs: 150 });
  expect(await scanner.capture({ timeoutMs: 150 })).toEqual({ outcome: 'busy' });
  expect(scanner.status()).toBe('busy');
  expect(await first).toEqual({ outcome: 'timed-out' });
  expect(scanner.status()).toBe('ready');
});
