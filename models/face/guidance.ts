/* One hint at a time for the person before the camera, the most pressing first. Each frame is judged by itself. */

import { chipPlacement } from './chip.ts';
import { findLive, sight, standingOut } from './faces.ts';
import { eyesOf, poseOf } from './geometry.ts';
import type { FaceBox, FaceSighting, RgbImage } from './image.ts';
import { type Light, lightOf } from './light.ts';
import type { Nets } from './nets/nets.ts';
import { CHIP_SIZE } from './nets/sizes.ts';
import { pyramid, warp } from './warp.ts';

export type FaceHint =
  | 'no-face'
  | 'one-person-only'
  | 'come-closer'
  | 'step-back'
  | 'move-to-centre'
  | 'more-light'
  | 'less-light'
  | 'hold-still'
  | 'look-here'
  | 'good';

export interface Guidance {
  readonly hint: FaceHint;
  /** The largest face, in pixels of the frame. */
  readonly box: FaceBox | null;
  /** Faces near enough to count. */
  readonly faces: number;
}

const limits = {
  /** Distance between the eyes as a share of the frame's smaller side: 58 and 139 of 480 pixels. */
  farEyes: 0.12,
  nearEyes: 0.29,
  /** How far the middle of the eyes may lie from the frame's middle, shares of width and height. */
  aside: 0.2,
  above: 0.32,
  below: 0.25,
  /** Mean luminance, 0..255; contrast as standard deviation. A dark skin in fair light stays well above. */
  dark: 30,
  dim: 55,
  dimContrast: 10,
  bright: 235,
  /** A Gaussian blur of 3 pixels on a 640 × 480 frame gives about this; a still, sharp face 20 and more. */
  sharpness: 1,
  /** Mean of a whole frame in which no face can be seen for want, or excess, of light. */
  darkRoom: 25,
  glare: 225,
  yaw: 22,
  pitch: 25,
  roll: 20,
} as const;

/** Looks at one live frame. */
export async function guide(nets: Nets, image: RgbImage): Promise<Guidance> {
  const frame = pyramid(image);
  const faces = standingOut(await findLive(nets, frame));
  if (faces.length === 0) return { hint: whyNone(frame), box: null, faces: 0 };
  const [box] = faces;
  if (faces.length > 1) return { hint: 'one-person-only', box, faces: faces.length };
  const sighting = await sight(nets, frame, box);
  const chip = warp(frame, chipPlacement(sighting.landmarks), CHIP_SIZE, CHIP_SIZE);
  return { hint: hintFor(frame, sighting, lightOf(chip)), box, faces: 1 };
}

/** Where no face is seen, it may be for the light. */
function whyNone({ pixels }: RgbImage): FaceHint {
  const mean = pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
  if (mean < limits.darkRoom) return 'more-light';
  return mean > limits.glare ? 'less-light' : 'no-face';
}

/** What one person alone should do next. */
export function hintFor(
  { width, height }: Pick<RgbImage, 'width' | 'height'>,
  sighting: FaceSighting,
  light: Light,
): FaceHint {
  const { middle, distance } = eyesOf(sighting);
  const side = Math.min(width, height);
  if (distance < limits.farEyes * side) return 'come-closer';
  if (distance > limits.nearEyes * side) return 'step-back';
  const aside = Math.abs(middle[0] / width - 0.5);
  const down = middle[1] / height - 0.5;
  if (aside > limits.aside || down < -limits.above || down > limits.below) return 'move-to-centre';
  if (light.luminance < limits.dark || (light.luminance < limits.dim && light.contrast < limits.dimContrast))
    return 'more-light';
  if (light.luminance > limits.bright) return 'less-light';
  const { yaw, pitch, roll } = poseOf(sighting);
  if (Math.abs(yaw) > limits.yaw || Math.abs(pitch) > limits.pitch || Math.abs(roll) > limits.roll)
    return 'look-here';
  return light.sharpness < limits.sharpness ? 'hold-still' : 'good';
}
