import { eyesOf } from './geometry.ts';
import type { FaceSighting, RgbImage } from './image.ts';

/** Token image of ISO/IEC 19794-5:2005: 3:4, eyes a quarter of the width apart, 0.6 of the width below the top. */
const EYE_DISTANCE = 0.25;
const EYE_HEIGHT = 0.6;
const HEIGHT = 4 / 3;

/** In pixels of its picture; it may reach beyond. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The 3:4 crop that puts the eyes where a token image has them: right eye at x = 0.375 W, left at 0.625 W, both at
 * y = 0.6 W from the top. Upright (a tilted head stays tilted), in whole image pixels; it may reach beyond the image.
 */
export function tokenCrop(sighting: FaceSighting): Crop {
  const { middle, distance } = eyesOf(sighting);
  const width = Math.max(1, Math.round(distance / EYE_DISTANCE));
  return {
    x: Math.round(middle[0] - width / 2),
    y: Math.round(middle[1] - EYE_HEIGHT * width),
    width,
    height: Math.round(width * HEIGHT),
  };
}

/** A thumbnail shows the face alone: this wide and high in eye distances, the eyes this share of it below the top. */
const THUMBNAIL = { side: 2.8, eyeHeight: 0.42 };

/** The square around the face of a token image, for pictures too small to hold more: hair to chin, ear to ear. */
export function thumbnailCrop({ width }: Pick<RgbImage, 'width'>): Crop {
  const side = Math.round(width * EYE_DISTANCE * THUMBNAIL.side);
  return {
    x: Math.round((width - side) / 2),
    y: Math.round(EYE_HEIGHT * width - THUMBNAIL.eyeHeight * side),
    width: side,
    height: side,
  };
}

/**
 * How much of the room that the token crop needs on one side of the eyes is not in the picture, where it is worst: 0 when
 * all is there, 1 when the eyes are at the edge.
 */
export function shortage(
  sighting: FaceSighting,
  { width, height }: Pick<RgbImage, 'width' | 'height'>,
): number {
  const { middle, distance } = eyesOf(sighting);
  if (distance === 0) return 1;
  const whole = distance / EYE_DISTANCE;
  const [x, y] = middle;
  const beside = Math.min(x, width - x) / (whole / 2);
  const above = y / (EYE_HEIGHT * whole);
  const below = (height - y) / ((HEIGHT - EYE_HEIGHT) * whole);
  return Math.max(0, Math.min(1, 1 - Math.min(beside, above, below)));
}
