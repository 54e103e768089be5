/*
 * What the 68 landmarks say of eyes and pose. Angles are estimates from where the nose tip falls between the eyes, good
 * to about ten degrees: enough to say "look here", not to certify a passport photo.
 */
import type { FaceSighting, Point } from './image.ts';

/** Landmarks 36-41 are the person's right eye (image left), 42-47 the left; 30 is the tip of the nose, 8 the chin. */
const RIGHT_EYE = [36, 37, 38, 39, 40, 41];
const LEFT_EYE = [42, 43, 44, 45, 46, 47];
const NOSE_TIP = 30;
const CHIN = 8;

/** In units of the distance between the eyes: how far the nose stands out, and how far below the eyes it ends. */
const NOSE_DEPTH = 0.6;
const NOSE_DROP = 0.57;

const DEGREES = 180 / Math.PI;

export interface Eyes {
  readonly right: Point;
  readonly left: Point;
  readonly middle: Point;
  /** Pixels. */
  readonly distance: number;
}

/** Pose in degrees: yaw to the image's right, pitch down, roll clockwise are positive. */
export interface Pose {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

export function eyesOf({ landmarks }: Pick<FaceSighting, 'landmarks'>): Eyes {
  const right = centre(RIGHT_EYE.map((number) => landmarks[number]));
  const left = centre(LEFT_EYE.map((number) => landmarks[number]));
  return {
    right,
    left,
    middle: centre([right, left]),
    distance: Math.hypot(left[0] - right[0], left[1] - right[1]),
  };
}

export function poseOf(sighting: Pick<FaceSighting, 'landmarks'>): Pose {
  const { right, left, middle, distance } = eyesOf(sighting);
  if (distance === 0) return { yaw: 90, pitch: 0, roll: 0 };
  const [along, down] = [(left[0] - right[0]) / distance, (left[1] - right[1]) / distance];
  const [x, y] = sighting.landmarks[NOSE_TIP];
  const across = ((x - middle[0]) * along + (y - middle[1]) * down) / distance;
  const below = ((y - middle[1]) * along - (x - middle[0]) * down) / distance;
  return {
    yaw: angle(across / NOSE_DEPTH),
    pitch: angle((below - NOSE_DROP) / NOSE_DEPTH),
    roll: Math.atan2(down, along) * DEGREES,
  };
}

/** From the middle of the eyes to the chin, pixels. */
export function headLength(sighting: Pick<FaceSighting, 'landmarks'>): number {
  const { middle } = eyesOf(sighting);
  const [x, y] = sighting.landmarks[CHIN];
  return Math.hypot(x - middle[0], y - middle[1]);
}

function angle(sine: number): number {
  return Math.asin(Math.max(-1, Math.min(1, sine))) * DEGREES;
}

function centre(points: readonly Point[]): Point {
  const n = points.length;
  return [points.reduce((sum, [x]) => sum + x, 0) / n, points.reduce((sum, [, y]) => sum + y, 0) / n];
}
