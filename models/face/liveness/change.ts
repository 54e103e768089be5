/*
 * What has changed between two views of one face. Whatever a flat photo can do is undone first: by the homography of the
 * points that lie nearly in a plane. So a photo that is tilted keeps its eyes as open as they were, and on one that is
 * turned the nose stays where it was; the nose of a head that turns leaves the plane (parallax).
 */
import type { Point } from '../image.ts';
import { type Homography, homography, through } from './homography.ts';
import { eyeOpenness } from './measures.ts';
import { type FaceView, SQUARE } from './view.ts';

export interface Change {
  /** Openness of the eyes as a share of what it was: 1 is as before, .43 a closed eye in the middle. */
  readonly openness: number;
  /** Degrees, to the person's left. */
  readonly yaw: number;
  /** How far the nose has left the plane of the face, hundredths of the face's height; the sign is that of the turn. */
  readonly parallax: number;
  /**
   * How narrow the face has become in one direction, as a share of what its turn explains: about 1 for a head; less for a
   * photo that is slanted until the mesh takes it for a turned head.
   */
  readonly narrowing: number;
}

export function changeSince(before: FaceView, now: FaceView): Change {
  const back = homography(now.plane, before.plane);
  const forth = homography(before.plane, now.plane);
  const laidBack = (points: readonly Point[]) => points.map((point) => through(back, point));
  const lids = { right: laidBack(now.lids.right), left: laidBack(now.lids.left) };
  const shifts = now.nose.map(([x], i) => x - through(forth, before.nose[i])[0]);
  const shift = shifts.reduce((sum, value) => sum + value, 0) / shifts.length;
  const yaw = now.yaw - before.yaw;
  return {
    openness: eyeOpenness(lids) / before.openness,
    yaw,
    parallax: (100 * shift * SQUARE) / 2,
    narrowing: narrowest(forth, before.nose[0]) / Math.cos((yaw * Math.PI) / 180),
  };
}

const STEP = 0.01;

/** The least stretch about a point as a share of the greatest: the ratio of the derivative's singular values. */
function narrowest(map: Homography, [x, y]: Point): number {
  const [from, right, below] = [
    through(map, [x, y]),
    through(map, [x + STEP, y]),
    through(map, [x, y + STEP]),
  ];
  const [a, c, b, d] = [right[0] - from[0], right[1] - from[1], below[0] - from[0], below[1] - from[1]];
  const half = (a * a + b * b + c * c + d * d) / 2;
  const apart = Math.sqrt(Math.max(0, half * half - (a * d - b * c) ** 2));
  return Math.sqrt((half - apart) / (half + apart));
}
