/*
 * One hint at a time for the person before the camera, the most pressing first: first where to stand, then what the
 * picture's quality lacks. Each frame is judged by itself.
 */
import { chipPlacement } from './chip.ts';
import { findLive, sight, standingOut } from './faces.ts';
import { eyesOf } from './geometry.ts';
import type { FaceBox, FaceSighting, RgbImage } from './image.ts';
import type { Nets } from './nets/nets.ts';
import { CHIP_SIZE } from './nets/sizes.ts';
import { adviceOf, type FaceHint } from './quality/advice.ts';
import { measuresOf } from './quality/measures.ts';
import { type FaceQuality, qualityOf } from './quality/quality.ts';
import { pyramid, warp } from './warp.ts';

export interface Guidance {
  readonly hint: FaceHint;
  /** The largest face, in pixels of the frame. */
  readonly box: FaceBox | null;
  /** Faces near enough to count. */
  readonly faces: number;
  /** Of the one face, without the recogniser's word: it ranks the frames of one moment. Null where there is not one. */
  readonly quality: FaceQuality | null;
}

const limits = {
  /** Distance between the eyes as a share of the frame's smaller side: 58 and 139 of 480 pixels. */
  farEyes: 0.12,
  nearEyes: 0.29,
  /** How far the middle of the eyes may lie from the frame's middle, shares of width and height. */
  aside: 0.2,
  above: 0.32,
  below: 0.25,
  /** Mean of a whole frame in which no face can be seen for want, or excess, of light. */
  darkRoom: 25,
  glare: 225,
} as const;

/** Looks at one live frame. */
export async function guide(nets: Nets, image: RgbImage): Promise<Guidance> {
  const frame = pyramid(image);
  const faces = standingOut(await findLive(nets, frame));
  if (faces.length === 0) return { hint: whyNone(frame), box: null, faces: 0, quality: null };
  const [box] = faces;
  if (faces.length > 1) return { hint: 'one-person-only', box, faces: faces.length, quality: null };
  const sighting = await sight(nets, frame, box);
  const chip = warp(frame, chipPlacement(sighting.landmarks), CHIP_SIZE, CHIP_SIZE);
  const quality = qualityOf(measuresOf(frame, sighting, faces, chip, null));
  return { hint: standing(frame, sighting) ?? adviceOf(quality), box, faces: 1, quality };
}

/** Where no face is seen, it may be for the light. */
function whyNone({ pixels }: RgbImage): FaceHint {
  const mean = pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
  if (mean < limits.darkRoom) return 'more-light';
  return mean > limits.glare ? 'less-light' : 'no-face';
}

/** Where one person alone should go to; null from where to stay. */
function standing(
  { width, height }: Pick<RgbImage, 'width' | 'height'>,
  sighting: FaceSighting,
): FaceHint | null {
  const { middle, distance } = eyesOf(sighting);
  const side = Math.min(width, height);
  if (distance < limits.farEyes * side) return 'come-closer';
  if (distance > limits.nearEyes * side) return 'step-back';
  const aside = Math.abs(middle[0] / width - 0.5);
  const down = middle[1] / height - 0.5;
  return aside > limits.aside || down < -limits.above || down > limits.below ? 'move-to-centre' : null;
}
