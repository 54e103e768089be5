/*
 * Before a worker may match anybody it describes one known chip, and the vector must be the known one: a wrong weight, a
 * wrong back end or a miscompiled kernel shows here and not as a stranger's name. The chip is drawn by formula (a coarse
 * face: skin, eyes, nose, mouth), so no person's picture is shipped. `self-check.json` was computed by this engine.
 */

import { describe } from './embedding.ts';
import { CHIP_SIZE, type Nets } from './nets.ts';
import known from './self-check.json' with { type: 'json' };
import { FaceEngineRefused } from './weights.ts';

/** Rounding differs between processors by some 1e-6; another resampling or net differs by 1e-2 and more. */
const TOLERANCE = 1e-3;

/** [centre x, centre y, radius x, radius y, red, green, blue], in shares of the chip. */
const blobs: readonly (readonly [number, number, number, number, number, number, number])[] = [
  [0.5, 0.5, 0.33, 0.45, 196, 148, 118],
  [0.32, 0.39, 0.07, 0.03, 245, 240, 235],
  [0.68, 0.39, 0.07, 0.03, 245, 240, 235],
  [0.32, 0.39, 0.03, 0.03, 52, 34, 24],
  [0.68, 0.39, 0.03, 0.03, 52, 34, 24],
  [0.5, 0.56, 0.06, 0.08, 178, 126, 98],
  [0.5, 0.72, 0.14, 0.04, 160, 70, 70],
];

/** @throws FaceEngineRefused when the vector is not the known one */
export async function checkItself(nets: Nets): Promise<void> {
  const vector = await describeKnown(nets);
  const apart = Math.max(...vector.map((value, i) => Math.abs(value - known[i])));
  if (!(apart <= TOLERANCE))
    throw new FaceEngineRefused('the self-check gives another vector than the known one');
}

export async function describeKnown(nets: Nets): Promise<Float32Array> {
  return (await describe(nets, knownChip())).vector;
}

function knownChip(): Int32Array {
  const chip = new Int32Array(CHIP_SIZE * CHIP_SIZE * 3);
  for (let y = 0; y < CHIP_SIZE; y++) {
    for (let x = 0; x < CHIP_SIZE; x++) {
      const inside = blobs.findLast(
        ([cx, cy, rx, ry]) => ((x / CHIP_SIZE - cx) / rx) ** 2 + ((y / CHIP_SIZE - cy) / ry) ** 2 <= 1,
      );
      const [red, green, blue] = inside?.slice(4) ?? [60, 70, 60 + Math.floor(y / 2)];
      chip.set([red, green, blue], (y * CHIP_SIZE + x) * 3);
    }
  }
  return chip;
}
