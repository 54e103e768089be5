import { expect, test } from 'vitest';
import type { ScannerStatus } from '../types.ts';
import { patience, scannerAtHand } from './scanner-at-hand.fixture.ts';

test('unplugged while it sends the image: device gone; replugged, the next capture works', async () => {
  const { scanner, simulator } = await scannerAtHand({ baudMs: 1 });
  const statuses: ScannerStatus[] = [];
  scanner.onStatus((status) => statuses.push(status));
  const result = await scanner.capture({
    ...patience,
    onProgress: (fraction) => {
      if (fraction > 0.3) simulator.unplug();
    },
  });
  expect(result).toEqual({ outcome: 'device-gone' });
  expect(scanner.status()).toBe('gone');
  expect(scanner.fault).toBe('absent');
  expect(await scanner.capture(patience)).toEqual({ outcome: 'device-gone' });
  await simulator.replug();
  expect((await scanner.capture(patience)).outcome).toBe('captured');
  expect(scanner.status()).toBe('ready');
  expect(statuses.slice(0, 2)).toEqual(['busy', 'gone']);
  expect(statuses.at(-1)).toBe('ready');
});

test('unplugged while it waits for a finger: device gone', async () => {
  const { scanner, simulator, place } = await scannerAtHand();
  place(null);
  const result = scanner.capture(patience);
  setTimeout(simulator.unplug, 30);
  expect(await result).toEqual({ outcome: 'device-gone' });
});

test('replugged, it is found again without anyone asking', async () => {
  const { scanner, simulator } = await scannerAtHand({}, { lookMs: 20 });
  simulator.unplug();
  await expect.poll(scanner.status).toBe('gone');
  await simulator.replug();
  await expect.poll(scanner.status).toBe('ready');
});

test('pulled from its adaptor while idle, it is gone without anyone asking', async () => {
  const { scanner, simulator } = await scannerAtHand({}, { lookMs: 20 });
  simulator.freeze(true);
  await expect.poll(scanner.status).toBe('gone');
  expect(scanner.fault).toBe('no-answer');
});

test('a module that hangs behind a living line is gone, and back when it answers', async () => {
  const { scanner, simulator } = await scannerAtHand({}, { lookMs: 60_000 });
  simulator.freeze(true);
  expect(await scanner.capture({ timeoutMs: 100 })).toEqual({ outcome: 'device-gone' });
  expect(scanner.fault).toBe('no-answer');
  simulator.freeze(false);
  expect((await scanner.capture(patience)).outcome).toBe('captured');
});
