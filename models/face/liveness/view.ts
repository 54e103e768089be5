/*
 * What is kept of a face in one frame of a challenge, to compare frames by: some of its points and its picture, in a square
 * of its own, level with the eyes and as large as the face, in which x and y go from -1 to 1.
 */
import type { Point } from '../image.ts';
import { type Pyramid, place, type Similarity, warp } from '../warp.ts';
import { eyeOpenness, headYaw } from './measures.ts';
import type { FaceMesh } from './mesh.ts';

/** Side of the picture, pixels. */
export const PATCH_SIZE = 64;
/** Side of the square, in heights of the face. */
export const SQUARE = 1.15;

/** Numbers of mesh points. Those of eyes, brows, mouth and chin lie nearly in a plane; the tip of the nose does not. */
const PLANE = [33, 133, 362, 263, 70, 105, 107, 300, 334, 336, 168, 2, 61, 291, 0, 17, 57, 287, 199, 152];
const NOSE = [1, 4, 5];
const [FOREHEAD, CHIN] = [10, 152];
const [RIGHT_CORNER, LEFT_CORNER] = [33, 263];
const [RIGHT_EDGE, LEFT_EDGE] = [234, 454];

export interface FaceView {
  readonly plane: readonly Point[];
  readonly nose: readonly Point[];
  readonly lids: FaceMesh['lids'];
  readonly openness: number;
  /** Degrees, to the person's left. */
  readonly yaw: number;
  /** Luminance, 64 × 64, 0..255. */
  readonly patch: Uint8Array;
  /** Where the square lies in the frame, and the height of the face; pixels. */
  readonly middle: Point;
  readonly height: number;
}

export function viewOf(image: Pyramid, mesh: FaceMesh): FaceView {
  const { points, lids } = mesh;
  const [forehead, chin, right, left] = [FOREHEAD, CHIN, RIGHT_EDGE, LEFT_EDGE].map(
    (number) => points[number],
  );
  const height = Math.hypot(chin[0] - forehead[0], chin[1] - forehead[1]);
  const middle: Point = [(forehead[0] + chin[0] + right[0] + left[0]) / 4, (forehead[1] + chin[1]) / 2];
  const square = squareAround(middle, SQUARE * height, points[RIGHT_CORNER], points[LEFT_CORNER]);
  const inside = (all: readonly (readonly number[])[]) => all.map(([x, y]) => insideOf(square, x, y));
  return {
    plane: inside(PLANE.map((number) => points[number])),
    nose: inside(NOSE.map((number) => points[number])),
    lids: { right: inside(lids.right), left: inside(lids.left) },
    openness: eyeOpenness(lids),
    yaw: headYaw(mesh),
    patch: luminance(warp(image, square, PATCH_SIZE, PATCH_SIZE)),
    middle,
    height,
  };
}

/** From pixels of the patch to the frame. */
function squareAround(
  [x, y]: Point,
  side: number,
  from: readonly number[],
  to: readonly number[],
): Similarity {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const level = { a: (Math.cos(angle) * side) / PATCH_SIZE, b: (Math.sin(angle) * side) / PATCH_SIZE };
  const [left, up] = place({ ...level, x: 0, y: 0 }, PATCH_SIZE / 2, PATCH_SIZE / 2);
  return { ...level, x: x - left, y: y - up };
}

function insideOf({ a, b, x, y }: Similarity, px: number, py: number): Point {
  const [dx, dy, scale] = [px - x, py - y, ((a * a + b * b) * PATCH_SIZE) / 2];
  return [(a * dx + b * dy) / scale - 1, (a * dy - b * dx) / scale - 1];
}

/** Rec. 601 luma. */
function luminance(rgb: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: rgb.length / 3 }, (_, i) =>
    Math.round(0.299 * rgb[3 * i] + 0.587 * rgb[3 * i + 1] + 0.114 * rgb[3 * i + 2]),
  );
}
