/* One still to one template: find the face, cut its chips, embed them, judge. */
import { chipPlacement } from './chip.ts';
import type { Embedder } from './embedders/embedder.ts';
import { central, findStill, sight, standingOut } from './faces.ts';
import type { FaceSighting, RgbImage } from './image.ts';
import { lightOf } from './light.ts';
import type { Nets } from './nets/nets.ts';
import { CHIP_SIZE } from './nets/sizes.ts';
import { type FaceQuality, POOR_BELOW, qualityOf } from './quality.ts';
import { isUpright } from './upright.ts';
import { pyramid, warp } from './warp.ts';

export type FaceTemplating =
  | {
      readonly outcome: 'embedded';
      /** Unit length, as many numbers as the engine's `dimensions`. */
      readonly vector: Float32Array;
      readonly quality: FaceQuality;
      readonly sighting: FaceSighting;
    }
  | { readonly outcome: 'no-face' }
  | { readonly outcome: 'several-faces'; readonly faces: number }
  | { readonly outcome: 'poor'; readonly quality: FaceQuality };

export interface EmbedOptions {
  /** For pictures taken elsewhere: the most central of several faces is taken, and a poor or a turned one is not refused. */
  readonly lenient?: boolean;
}

/** What a worker works with. */
export interface Eyes {
  readonly nets: Nets;
  readonly embedder: Embedder;
}

/** A recogniser whose stability nobody has measured is judged by the other measures alone. */
const STABLE = 1;

export async function embed(
  { nets, embedder }: Eyes,
  photo: RgbImage,
  { lenient }: EmbedOptions,
): Promise<FaceTemplating> {
  const image = pyramid(photo);
  const faces = await findStill(nets, image);
  if (faces.length === 0) return { outcome: 'no-face' };
  const near = standingOut(faces);
  if (near.length > 1 && !lenient) return { outcome: 'several-faces', faces: near.length };
  const sighting = await sight(nets, image, lenient ? central(near, image) : near[0]);
  const { vector, stability } = await embedder.embed(embedder.chips(image, sighting.landmarks));
  const lit = warp(image, chipPlacement(sighting.landmarks), CHIP_SIZE, CHIP_SIZE);
  const quality = qualityOf(image, sighting, lightOf(lit), stability ?? STABLE);
  if (quality.score < POOR_BELOW && !lenient) return { outcome: 'poor', quality };
  if (!lenient && !(await isUpright(nets, image, sighting.box)))
    return { outcome: 'poor', quality: { ...quality, score: 0, weakest: 'pose' } };
  return { outcome: 'embedded', vector, quality, sighting };
}
