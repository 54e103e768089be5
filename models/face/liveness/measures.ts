/* What a mesh says of eyes and head. */
import type { Point } from '../image.ts';
import type { FaceMesh } from './mesh.ts';

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
  const gaps = lid.slice(9).map(([x, y], i) => Math.hypot(x - below[i][0], y - below[i][1]));
  const width = Math.hypot(lid[8][0] - lid[0][0], lid[8][1] - lid[0][1]);
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / width;
}

/** Degrees, from the depth of the mesh; positive when the person turns to their left, the image's right. */
export function headYaw({ points }: Pick<FaceMesh, 'points'>): number {
  let across = 0;
  let behind = 0;
  for (const [right, left] of SIDES) {
    across += Math.hypot(points[left][0] - points[right][0], points[left][1] - points[right][1]);
    behind += points[left][2] - points[right][2];
  }
  return (Math.atan2(behind, across) * 180) / Math.PI;
}
