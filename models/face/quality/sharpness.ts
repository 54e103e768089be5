/*
 * Sharpness of a face, measured on its chip: what edges remain at two pixels of those at four (variances of the
 * Laplacian). Blurring takes the finer ones first, while light and skin make both stronger or weaker alike; set against
 * the contrast of the whole face instead, darker faces came out almost twice as sharp. The finest edges are left
 * out, which are half noise and compression.
 */
import { CHIP_SIZE } from '../nets/sizes.ts';

interface Grey {
  readonly side: number;
  readonly levels: Float32Array;
}

/**
 * @param luminance of a chip
 * @returns hundredths: about 45 in focus, under 15 blurred past use; 0 where there are no edges at all
 */
export function sharpnessOf(luminance: Float32Array): number {
  const half = halved({ side: CHIP_SIZE, levels: luminance });
  const coarse = edges(halved(half));
  return coarse > 0 ? (100 * edges(half)) / coarse : 0;
}

/** Variance of the Laplacian (4-neighbour) over the middle of the picture, where the face is. */
function edges({ side, levels }: Grey): number {
  const from = Math.round(side / 4);
  const to = side - from;
  let sum = 0;
  let squares = 0;
  for (let row = from; row < to; row++) {
    for (let column = from; column < to; column++) {
      const at = row * side + column;
      const edge = levels[at - 1] + levels[at + 1] + levels[at - side] + levels[at + side] - 4 * levels[at];
      sum += edge;
      squares += edge * edge;
    }
  }
  const count = (to - from) ** 2;
  return squares / count - (sum / count) ** 2;
}

/** Half the side, rounded down, each pixel the mean of two by two. */
function halved({ side, levels }: Grey): Grey {
  const half = side >> 1;
  return {
    side: half,
    levels: Float32Array.from({ length: half * half }, (_, i) => {
      const at = 2 * Math.floor(i / half) * side + 2 * (i % half);
      return (levels[at] + levels[at + 1] + levels[at + side] + levels[at + side + 1]) / 4;
    }),
  };
}
