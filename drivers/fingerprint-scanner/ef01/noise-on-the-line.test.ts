import { expect, test } from 'vitest';
import { patience, scannerAtHand } from './scanner-at-hand.fixture.ts';

test('inverted and stray bytes make an incomplete image, never a wrong one', async () => {
  const { scanner, simulator } = await scannerAtHand();
  simulator.makeNoise(true);
  const result = await scanner.capture(patience);
  if (result.outcome !== 'incomplete') throw new Error(result.outcome);
  expect(result.expected).toBe((256 * 288) / 2);
  expect(result.received).toBeGreaterThan(result.expected / 2);
  expect(result.received).toBeLessThan(result.expected);
  simulator.makeNoise(false);
  expect((await scanner.capture(patience)).outcome).toBe('captured');
});

test('lost packets make an incomplete image; the next is whole', async () => {
  const { scanner, simulator } = await scannerAtHand();
  simulator.dropPackets(true);
  expect((await scanner.capture(patience)).outcome).toBe('incomplete');
  simulator.dropPackets(false);
  expect((await scanner.capture(patience)).outcome).toBe('captured');
});

test('packets lost for a moment cost a second sending, not a second touch', async () => {
  const { scanner, simulator } = await scannerAtHand();
  let touches = 0;
  simulator.dropPackets(true);
  const result = await scanner.capture({
    ...patience,
    onFingerSeen: () => touches++,
    onProgress: (fraction) => {
      if (fraction > 0.5) simulator.dropPackets(false);
    },
  });
  expect(result.outcome).toBe('captured');
  expect(touches).toBe(1);
});
