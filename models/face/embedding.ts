/* One still to one template: find the face, cut its chips, describe them and their mirror images, average, judge. */
import { chipPlacement, PADDINGS } from './chip.ts';
import { central, findStill, sight, standingOut } from './faces.ts';
import type { FaceSighting, RgbImage } from './image.ts';
import { lightOf } from './light.ts';
import type { Nets } from './nets/nets.ts';
import { CHIP_SIZE } from './nets/sizes.ts';
import { type FaceQuality, POOR_BELOW, qualityOf } from './quality.ts';
import { cosine } from './scores.ts';
import { pyramid, warp } from './warp.ts';

export type FaceTemplating =
  | {
      readonly outcome: 'embedded';
      /** Unit length, 128 numbers. */
      readonly vector: Float32Array;
      readonly quality: FaceQuality;
      readonly sighting: FaceSighting;
    }
  | { readonly outcome: 'no-face' }
  | { readonly outcome: 'several-faces'; readonly faces: number }
  | { readonly outcome: 'poor'; readonly quality: FaceQuality };

export interface EmbedOptions {
  /** For pictures taken elsewhere: the most central of several faces is taken, and a poor one is not refused. */
  readonly lenient?: boolean;
}

export async function embed(nets: Nets, photo: RgbImage, { lenient }: EmbedOptions): Promise<FaceTemplating> {
  const image = pyramid(photo);
  const faces = await findStill(nets, image);
  if (faces.length === 0) return { outcome: 'no-face' };
  const near = standingOut(faces);
  if (near.length > 1 && !lenient) return { outcome: 'several-faces', faces: near.length };
  const sighting = await sight(nets, image, lenient ? central(near, image) : near[0]);
  const chips = PADDINGS.map((padding) =>
    warp(image, chipPlacement(sighting.landmarks, padding), CHIP_SIZE, CHIP_SIZE),
  );
  const { vector, stability } = await describe(nets, chips);
  const quality = qualityOf(image, sighting, lightOf(chips[0]), stability);
  if (quality.score < POOR_BELOW && !lenient) return { outcome: 'poor', quality };
  return { outcome: 'embedded', vector, quality, sighting };
}

/**
 * The template of one face's chips: the mean of their descriptors and those of their mirror images, at unit length.
 *
 * @returns also how much the first chip and its mirror image agree, as their cosine
 */
export async function describe(
  nets: Nets,
  chips: readonly Uint8Array[],
): Promise<{ readonly vector: Float32Array; readonly stability: number }> {
  const descriptors = await nets.describe(chips.flatMap((chip) => [chip, mirror(chip)]));
  const [straight, mirrored] = descriptors;
  const sum = new Float32Array(straight.length);
  for (const descriptor of descriptors) for (const [i, value] of descriptor.entries()) sum[i] += value;
  const norm = Math.hypot(...sum);
  return { vector: sum.map((value) => value / norm), stability: cosine(straight, mirrored) };
}

function mirror(chip: Uint8Array): Uint8Array {
  const out = new Uint8Array(chip.length);
  for (let y = 0; y < CHIP_SIZE; y++) {
    for (let x = 0; x < CHIP_SIZE; x++) {
      const from = (y * CHIP_SIZE + x) * 3;
      out.set(chip.subarray(from, from + 3), (y * CHIP_SIZE + CHIP_SIZE - 1 - x) * 3);
    }
  }
  return out;
}
