/*
 * What a frame says of eyes and head. Two views of anything flat, however it is held, differ by a homography. So a frame is
 * first laid back onto the view of the challenge's beginning by the homography of points that lie nearly in a plane (eyes,
 * brows, mouth, chin), which undoes whatever a photo could do: tilted, its eyes stay as open as they were, and turned, its nose
 * stays where it was, while the nose of a head that turns leaves that plane (parallax).
 */
import type { Point } from '../image.ts';
import { homography } from './homography.ts';
import type { FaceMesh } from './mesh.ts';
import type { SolidPoint } from './nets/mesh-nets.ts';

/** Numbers of mesh points. */
const PLANE = [33, 133, 362, 263, 70, 105, 107, 300, 334, 336, 168, 2, 61, 291, 0, 17, 57, 287, 199, 152];
const NOSE = [1, 4, 5];
const FOREHEAD = 10;
const CHIN = 152;
const OUTER_CORNERS = [33, 263] as const;
/** The same place on the right and on the left: corners of eyes and mouth, brows, nostrils, cheeks, edge of the face. */
// biome-ignore format: pairs
const SIDES = [[33, 263], [133, 362], [61, 291], [70, 300], [98, 327], [205, 425], [127, 356], [234, 454], [93, 323],
  [132, 361], [58, 288], [172, 397]] as const;

/** How far the lids are apart, in widths of the eye, mean of both eyes: about .25 open, .11 closed. */
export function eyeOpenness({ right, left }: FaceMesh['lids']): number {
  return (lidGap(right) + lidGap(left)) / 2;
}

/** @param lid nine points below, corner to corner, then the seven above */
function lidGap(lid: readonly Point[]): number {
  const below = lid.slice(1, 8);
  const above = lid.slice(9);
  const gaps = above.map((point, i) => distance(point, below[i]));
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / distance(lid[8], lid[0]);
}

/** Degrees, from the depth of the mesh; positive when the person turns to their left, the image's right. */
export function headYaw({ points }: Pick<FaceMesh, 'points'>): number {
  let across = 0;
  let behind = 0;
  for (const [right, left] of SIDES) {
    across += distance(points[right], points[left]);
    behind += points[left][2] - points[right][2];
  }
  return (Math.atan2(behind, across) * 180) / Math.PI;
}

export interface Change {
  /** Openness of the eyes as a share of what it was; 1 is as before, .43 a closed eye in the middle. */
  readonly openness: number;
  /** Degrees further than before. */
  readonly yaw: number;
  /** How far the nose has left the plane of the face, in hundredths of the face's height; the sign is that of the turn. */
  readonly parallax: number;
}

/** What has changed since an earlier frame that shows the same head from the front. */
export function changeSince(before: FaceMesh, now: FaceMesh): Change {
  const laidBack = homography(flat(PLANE, now.points), flat(PLANE, before.points));
  const asBefore = { right: now.lids.right.map(laidBack), left: now.lids.left.map(laidBack) };
  const brought = homography(flat(PLANE, before.points), flat(PLANE, now.points));
  const [across, down] = levelOf(now.points);
  const shifts = NOSE.map((number) => {
    const [x, y] = brought(onPicture(before.points[number]));
    return (now.points[number][0] - x) * across + (now.points[number][1] - y) * down;
  });
  return {
    openness: eyeOpenness(asBefore) / eyeOpenness(before.lids),
    yaw: headYaw(now) - headYaw(before),
    parallax: (100 * shifts.reduce((sum, shift) => sum + shift, 0)) / shifts.length / placeOf(now).height,
  };
}

/** Where the face is and how large: the middle of the eyes, and forehead to chin; pixels. */
export function placeOf({ points }: Pick<FaceMesh, 'points'>): {
  readonly middle: Point;
  readonly height: number;
} {
  const [right, left] = OUTER_CORNERS.map((number) => points[number]);
  return {
    middle: [(right[0] + left[0]) / 2, (right[1] + left[1]) / 2],
    height: distance(points[FOREHEAD], points[CHIN]),
  };
}

/** The direction from the right eye to the left, at unit length. */
function levelOf(points: FaceMesh['points']): Point {
  const [right, left] = OUTER_CORNERS.map((number) => points[number]);
  const length = distance(right, left);
  return [(left[0] - right[0]) / length, (left[1] - right[1]) / length];
}

function flat(numbers: readonly number[], points: FaceMesh['points']): Point[] {
  return numbers.map((number) => onPicture(points[number]));
}

function onPicture([x, y]: SolidPoint): Point {
  return [x, y];
}

function distance(one: Point | SolidPoint, other: Point | SolidPoint): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}
