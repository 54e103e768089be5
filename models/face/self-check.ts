/*
 * Before a worker may match anybody it describes one known picture, and vector and landmarks must be the known ones: a wrong weight, a
 * wrong back end or a miscompiled kernel shows here and not as a stranger's name. The picture is drawn by formula (a coarse
 * face: skin, eyes, nose, mouth), so no person's picture is shipped. `self-check.json` was
 * computed by the reference, tfjs-wasm.
 */

import { describe } from './embedding.ts';
import type { Nets } from './nets/nets.ts';
import { CHIP_SIZE, LANDMARK_SIZE } from './nets/sizes.ts';
import known from './self-check.json' with { type: 'json' };

/** Rounding differs between processors and back ends by some 1e-7; another net differs by 1e-2 and more. */
const TOLERANCE = 1e-5;
/** The same for landmarks, pixels of 112. */
const LANDMARK_TOLERANCE = 1e-2;

/** [centre x, centre y, radius x, radius y, red, green, blue], in shares of the picture. */
const blobs: readonly (readonly [number, number, number, number, number, number, number])[] = [
  [0.5, 0.5, 0.33, 0.45, 196, 148, 118],
  [0.32, 0.39, 0.07, 0.03, 245, 240, 235],
  [0.68, 0.39, 0.07, 0.03, 245, 240, 235],
  [0.32, 0.39, 0.03, 0.03, 52, 34, 24],
  [0.68, 0.39, 0.03, 0.03, 52, 34, 24],
  [0.5, 0.56, 0.06, 0.08, 178, 126, 98],
  [0.5, 0.72, 0.14, 0.04, 160, 70, 70],
];

/** What is wrong with what the nets compute, in a few words; null when nothing is. */
export async function faultOf(nets: Nets): Promise<string | null> {
  const { vector, landmarks } = await judgeKnown(nets);
  if (!near(vector, known.vector, TOLERANCE)) return 'the self-check gives another vector than the known one';
  if (!near(landmarks, known.landmarks, LANDMARK_TOLERANCE))
    return 'the self-check gives other landmarks than the known ones';
  return null;
}

/** The template and the landmarks (x and y in turn) of the known picture. */
export async function judgeKnown(nets: Nets): Promise<{ vector: Float32Array; landmarks: number[] }> {
  const [{ vector }, landmarks] = await Promise.all([
    describe(nets, [knownPicture(CHIP_SIZE)]),
    nets.landmarks(knownPicture(LANDMARK_SIZE)),
  ]);
  return { vector, landmarks: landmarks.flat() };
}

/** Also false when a number is not one. */
function near(numbers: ArrayLike<number>, expected: readonly number[], tolerance: number): boolean {
  return expected.every((value, i) => Math.abs(numbers[i] - value) <= tolerance);
}

/** The picture, `side` pixels high and wide. */
export function knownPicture(side: number): Uint8Array {
  const picture = new Uint8Array(side * side * 3);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const inside = blobs.findLast(
        ([cx, cy, rx, ry]) => ((x / side - cx) / rx) ** 2 + ((y / side - cy) / ry) ** 2 <= 1,
      );
      const [red, green, blue] = inside?.slice(4) ?? [60, 70, 60 + Math.floor((75 * y) / side)];
      picture.set([red, green, blue], (y * side + x) * 3);
    }
  }
  return picture;
}
