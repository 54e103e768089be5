/*
 * Before a worker may match anybody it looks at one known picture, and template and landmarks must be the known ones: a
 * wrong weight, a wrong back end or a miscompiled kernel shows here and not as a stranger's name. The picture is drawn by
 * formula (a coarse face: skin, eyes, nose, mouth), so no person's picture is shipped. `self-check.json` was computed by
 * the reference, tfjs-wasm; of a site's own recogniser the site states the vector.
 */

import type { RecogniserDeclaration } from './embedders/declaration.ts';
import type { Embedder } from './embedders/embedder.ts';
import type { Nets } from './nets/nets.ts';
import { LANDMARK_SIZE } from './nets/sizes.ts';
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

/**
 * A site's net may be quantised, which processors round differently. Another net, or another normalisation, misses eight
 * numbers of a unit vector by more.
 */
const SITE_TOLERANCE = 2e-3;
/** So many numbers of a known vector are told to whoever has stated none. */
const TOLD = 8;

/** What is wrong with what the nets compute, in a few words; null when nothing is. */
export async function landmarksFault(nets: Nets): Promise<string | null> {
  const landmarks = (await nets.landmarks(knownPicture(LANDMARK_SIZE))).flat();
  if (near(landmarks, known.landmarks, LANDMARK_TOLERANCE)) return null;
  return 'the self-check gives other landmarks than the known ones';
}

/** The same for the built-in recogniser. */
export async function vectorFault(embedder: Embedder): Promise<string | null> {
  return near(await knownVector(embedder), known.vector, TOLERANCE) ? null : OTHER_VECTOR;
}

/**
 * The same for a site's. One without a known vector is refused as well, with the vector it gives here: whoever has
 * measured that the net recognises people on this machine may state it.
 */
export async function siteVectorFault(
  embedder: Embedder,
  { knownVector: stated }: RecogniserDeclaration,
): Promise<string | null> {
  const vector = await knownVector(embedder);
  const told = Array.from(vector.subarray(0, TOLD), (value) => value.toFixed(5)).join(', ');
  if (!stated) return `no knownVector is declared; here it begins with [${told}]`;
  return near(vector, stated, SITE_TOLERANCE) ? null : `${OTHER_VECTOR}; here it begins with [${told}]`;
}

const OTHER_VECTOR = 'the self-check gives another vector than the known one';

async function knownVector(embedder: Embedder): Promise<Float32Array> {
  return (await embedder.embed([knownPicture(embedder.chipSize)])).vector;
}

/** Also false when a number is not one. */
function near(numbers: ArrayLike<number>, expected: readonly number[], tolerance: number): boolean {
  return expected.every((value, i) => Math.abs(numbers[i] - value) <= tolerance);
}

/** The picture, `side` pixels high and wide: RGB, interleaved. */
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
