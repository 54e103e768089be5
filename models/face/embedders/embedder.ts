/*
 * From chips of one face to its template. What a recogniser says of a chip and of the chip's mirror image is added over
 * all chips and brought to unit length; templates are compared by cosine. Which net runs, what chips it wants and how its
 * cosines are worth is the recogniser's: the built-in one, or one that the site names.
 */
import type { Point } from '../image.ts';
import { type Calibration, cosine } from '../scores.ts';
import { type Pyramid, type Similarity, warp } from '../warp.ts';

/** What templates are made and compared by. */
export interface FaceModel {
  /** Names net and pipeline: templates of another id are never compared with these. */
  readonly id: string;
  /** Numbers in a template. */
  readonly dimensions: number;
  readonly calibration: Calibration;
}

/** A net that describes chips. */
export interface Recogniser {
  readonly model: FaceModel;
  /** Side of its chips, pixels. */
  readonly chipSize: number;
  /** Whether `stability` means what quality takes it for: it was measured on the built-in net. */
  readonly judgesStability: boolean;
  /** How its chips are cut from a picture with these 68 landmarks; the first is its favourite. */
  placements(landmarks: readonly Point[]): readonly Similarity[];
  /** The raw descriptor of each chip, RGB bytes row by row; not normalised. */
  describe(chips: readonly Uint8Array[]): Promise<readonly Float32Array[]>;
}

export interface Embedding {
  /** Unit length. */
  readonly vector: Float32Array;
  /** How much the first chip and its mirror image agree, as their cosine; null where nobody knows what that means. */
  readonly stability: number | null;
}

export interface Embedder {
  readonly model: FaceModel;
  readonly chipSize: number;
  chips(image: Pyramid, landmarks: readonly Point[]): Uint8Array[];
  /** @throws when the net gives a number that is none, all zeros, or another count than its model says */
  embed(chips: readonly Uint8Array[]): Promise<Embedding>;
}

export function embedderOf({ model, chipSize, judgesStability, ...net }: Recogniser): Embedder {
  return {
    model,
    chipSize,
    chips: (image, landmarks) =>
      net.placements(landmarks).map((placement) => warp(image, placement, chipSize, chipSize)),
    async embed(chips) {
      const descriptors = await net.describe(chips.flatMap((chip) => [chip, mirror(chip, chipSize)]));
      const vector = unitSum(descriptors, model.dimensions);
      const [straight, mirrored] = descriptors;
      return { vector, stability: judgesStability ? cosine(straight, mirrored) : null };
    },
  };
}

function unitSum(descriptors: readonly Float32Array[], dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const descriptor of descriptors) {
    if (descriptor.length !== dimensions)
      throw new Error(`the recogniser gives ${descriptor.length} numbers, not ${dimensions}`);
    for (const [i, value] of descriptor.entries()) sum[i] += value;
  }
  const norm = Math.hypot(...sum);
  if (!Number.isFinite(norm)) throw new Error('the recogniser gives what is not a finite number');
  if (norm === 0) throw new Error('the recogniser gives nothing but zeros');
  return sum.map((value) => value / norm);
}

function mirror(chip: Uint8Array, side: number): Uint8Array {
  const out = new Uint8Array(chip.length);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = (y * side + x) * 3;
      out.set(chip.subarray(from, from + 3), (y * side + side - 1 - x) * 3);
    }
  }
  return out;
}
