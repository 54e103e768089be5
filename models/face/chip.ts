/**
 * The chip: the 150×150 face the recogniser was trained on, turned, scaled and shifted so that eyes, nose and mouth fall
 * where they fell in training. dlib's `get_face_chip_details` does this with a mean face shape and a padding of 0.25 of
 * the face on each side; we fit the same template by least squares (Umeyama 1991, the closed form for a similarity in
 * the plane). Source of the template: dlib, image_transforms/interpolation.h. Chips of wider and narrower padding show the
 * same face a little otherwise; averaging what the recogniser says of them evens out its whims.
 */
import type { Point } from './image.ts';
import { CHIP_SIZE } from './nets/sizes.ts';
import type { Similarity } from './warp.ts';

/** The margins around the face, as shares of it. The recogniser was trained on the first. */
export const PADDINGS = [0.25, 0.15, 0.35] as const;

/** Landmark number → its place in dlib's mean face (unit square). Brows and jaw move with the mood: left out. */
const TEMPLATE: readonly (readonly [number, Point])[] = [
  [36, [0.121737, 0.216423]],
  [37, [0.187122, 0.178758]],
  [38, [0.265825, 0.179852]],
  [39, [0.334606, 0.231733]],
  [40, [0.260918, 0.245099]],
  [41, [0.182743, 0.244077]],
  [42, [0.645647, 0.231733]],
  [43, [0.714428, 0.179852]],
  [44, [0.793132, 0.178758]],
  [45, [0.858516, 0.216423]],
  [46, [0.79751, 0.244077]],
  [47, [0.719335, 0.245099]],
  [27, [0.490127, 0.203352]],
  [28, [0.490127, 0.307009]],
  [29, [0.490127, 0.409805]],
  [30, [0.490127, 0.515625]],
  [31, [0.36688, 0.587326]],
  [32, [0.426036, 0.609345]],
  [33, [0.490127, 0.628106]],
  [34, [0.554217, 0.609345]],
  [35, [0.613373, 0.587326]],
  [48, [0.254149, 0.780233]],
  [49, [0.340985, 0.745405]],
  [50, [0.428858, 0.727388]],
  [51, [0.490127, 0.742578]],
  [52, [0.551395, 0.727388]],
  [53, [0.639268, 0.745405]],
  [54, [0.726104, 0.780233]],
];

/**
 * The similarity that cuts the chip out of the image: chip pixels to image points.
 *
 * @param landmarks 68 points in image pixels
 * @param padding margin on each side, as a share of the face
 * @param side of the chip, pixels
 */
export function chipPlacement(
  landmarks: readonly Point[],
  padding: number = PADDINGS[0],
  side: number = CHIP_SIZE,
): Similarity {
  const size = side / (1 + 2 * padding);
  const pairs = TEMPLATE.map(([number, [x, y]]) => ({
    from: [(x + padding) * size, (y + padding) * size] as const,
    to: landmarks[number],
  }));
  return fitSimilarity(pairs);
}

/** Landmarks whose mean is one of ArcFace's five points, and its place in the chip of 112 pixels. */
const FIVE_POINTS: readonly (readonly [readonly number[], Point])[] = [
  [
    [36, 37, 38, 39, 40, 41],
    [38.2946, 51.6963],
  ],
  [
    [42, 43, 44, 45, 46, 47],
    [73.5318, 51.5014],
  ],
  [[30], [56.0252, 71.7366]],
  [[48], [41.5493, 92.3655]],
  [[54], [70.7299, 92.2041]],
];
const FIVE_POINTS_SIDE = 112;

/**
 * The chip that recognisers trained as ArcFace was expect: eye centres, nose tip and mouth corners at fixed places
 * (insightface, utils/face_align.py), scaled to `side`.
 */
export function fivePointPlacement(landmarks: readonly Point[], side: number): Similarity {
  const scale = side / FIVE_POINTS_SIDE;
  const mean = (numbers: readonly number[], axis: 0 | 1) =>
    numbers.reduce((sum, number) => sum + landmarks[number][axis], 0) / numbers.length;
  return fitSimilarity(
    FIVE_POINTS.map(([numbers, [x, y]]) => ({
      from: [x * scale, y * scale] as const,
      to: [mean(numbers, 0), mean(numbers, 1)] as const,
    })),
  );
}

/** The similarity that carries the `from` points onto the `to` points with the least squared error. */
export function fitSimilarity(pairs: readonly { readonly from: Point; readonly to: Point }[]): Similarity {
  const n = pairs.length;
  const mean = (of: (pair: { from: Point; to: Point }) => number) =>
    pairs.reduce((sum, p) => sum + of(p), 0) / n;
  const [fx, fy] = [mean((p) => p.from[0]), mean((p) => p.from[1])];
  const [tx, ty] = [mean((p) => p.to[0]), mean((p) => p.to[1])];
  let along = 0;
  let across = 0;
  let spread = 0;
  for (const { from, to } of pairs) {
    const [u, v] = [from[0] - fx, from[1] - fy];
    const [x, y] = [to[0] - tx, to[1] - ty];
    along += u * x + v * y;
    across += u * y - v * x;
    spread += u * u + v * v;
  }
  const [a, b] = [along / spread, across / spread];
  return { a, b, x: tx - a * fx + b * fy, y: ty - b * fx - a * fy };
}
