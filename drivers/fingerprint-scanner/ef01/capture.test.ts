import { afterEach, expect, test } from 'vitest';
import type { CapturedPrint } from '../types.ts';
import { drawnPrint } from './printed-finger.fixture.ts';
import { type Ef01Options, type Ef01Scanner, openEf01Scanner } from './scanner.ts';
import { type Ef01Simulator, type Ef01SimulatorOptions, startEf01Simulator } from './simulator.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

type Finger = CapturedPrint | 'smudge' | null;

async function plugIn(
  simulated: Partial<Ef01SimulatorOptions> = {},
  options: Partial<Ef01Options> = {},
): Promise<{ simulator: Ef01Simulator; scanner: Ef01Scanner; place: (finger: Finger) => void }> {
  let finger: Finger = drawnPrint();
  const simulator = await startEf01Simulator({ nextPrint: () => finger, ...simulated });
  open.push(simulator.close);
  const scanner = await openEf01Scanner({ path: simulator.path, ...options });
  open.push(() => scanner.close());
  const place = (next: Finger) => {
    finger = next;
  };
  return { simulator, scanner, place };
}

test('a finger on the sensor gives its print, in 16 greys at 508 dpi', async () => {
  const { scanner } = await plugIn();
  const progress: number[] = [];
  let seen = 0;
  const result = await scanner.capture({
    timeoutMs: 2000,
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
  const { scanner, simulator } = await plugIn({ line: 'tcp' });
  expect(simulator.path).toMatch(/^tcp:\/\/127\.0\.0\.1:\d+$/);
  expect((await scanner.capture({ timeoutMs: 2000 })).outcome).toBe('captured');
  simulator.unplug();
  await expect.poll(scanner.status).toBe('gone');
  await simulator.replug();
  expect((await scanner.capture({ timeoutMs: 2000 })).outcome).toBe('captured');
});

test('a module that tells its sensor size is believed', async () => {
  const { scanner } = await plugIn({ product: { module: 'R503', width: 192, height: 192 } });
  const result = await scanner.capture({ timeoutMs: 2000 });
  expect(scanner.model).toBe('R503');
  expect(result).toMatchObject({ outcome: 'captured', print: { width: 192, height: 192 } });
});

test('a clone that answers no questions about itself still captures', async () => {
  const { scanner } = await plugIn({ taciturn: true });
  expect((await scanner.capture({ timeoutMs: 2000 })).outcome).toBe('captured');
});

test('a module that refuses a faster line is read at its own rate', async () => {
  const { scanner } = await plugIn({ fastestBaud: 57_600 });
  expect((await scanner.capture({ timeoutMs: 2000 })).outcome).toBe('captured');
});

test('a print of another resolution is seen at the pitch of the sensor', async () => {
  const { scanner, place } = await plugIn();
  const ramp = drawnPrint(508, 508, 1016);
  place({ ...ramp, pixels: ramp.pixels.map((_, i) => Math.floor((i % 508) / 2)) });
  const result = await scanner.capture({ timeoutMs: 2000 });
  if (result.outcome !== 'captured') throw new Error(result.outcome);
  // 254 of the 256 columns are covered; the ramp then rises by one grey a column.
  expect(result.print.pixels[144 * 256 + 136]).toBe(8 * 17);
  expect(result.print.pixels[144 * 256 + 64]).toBe(3 * 17);
});

test('a second capture at the same time is told that the scanner is busy', async () => {
  const { scanner, place } = await plugIn();
  place(null);
  const first = scanner.capture({ timeoutMs: 150 });
  expect(await scanner.capture({ timeoutMs: 150 })).toEqual({ outcome: 'busy' });
  expect(scanner.status()).toBe('busy');
  expect(await first).toEqual({ outcome: 'timed-out' });
  expect(scanner.status()).toBe('ready');
});
