import { eyesOf } from './geometry.ts';
import type { FaceSighting } from './image.ts';

/** Token image of ISO/IEC 19794-5:2005: 3:4, eyes a quarter of the width apart, 0.6 of the width below the top. */
const EYE_DISTANCE = 0.25;
const EYE_HEIGHT = 0.6;
const HEIGHT = 4 / 3;

/**
 * The 3:4 crop that puts the eyes where a token image has them: right eye at x = 0.375 W, left at 0.625 W, both at
 * y = 0.6 W from the top. Upright (a tilted head stays tilted), in whole image pixels; it may reach beyond the image.
 */
export function tokenCrop(sighting: FaceSighting): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  const { middle, distance } = eyesOf(sighting);
  const width = Math.max(1, Math.round(distance / EYE_DISTANCE));
  return {
    x: Math.round(middle[0] - width / 2),
    y: Math.round(middle[1] - EYE_HEIGHT * width),
    width,
    height: Math.round(width * HEIGHT),
  };
}
