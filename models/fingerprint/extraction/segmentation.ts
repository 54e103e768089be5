import { quantile } from '../../evaluation/metrics.ts';
import { products } from '../kernels/kernels.ts';
import { gridOf } from './grid.ts';
import type { Normalised } from './normalise.ts';
import { gaussianBlur, type Plane } from './plane.ts';

/*
 * Which cells hold print. First roughly, by contrast; after a first enhancement finely, by how well the enhanced ridges
 * explain the image (their correlation over a window): skin ridges correlate, smears, dirt and empty glass do not.
 */

/** Share of the strong contrast of this image, and least grey levels, that a cell of print shows. */
const contrastShare = 0.22;
const leastContrast = 3.5;
/** Windows in cells. */
const contrastSigma = 2;
const correlationSigma = 2.2;
const shapeSigma = 2;
const leastCorrelation = 0.45;
/** Pieces of print smaller than this many cells (about 1 cm × 1 mm) are dropped, such holes filled. */
const smallestPiece = 120;
const largestHole = 120;
const tiny = 1e-4;

/** Deviation in grey levels of the liveliest tenth of the picture. */
export function strongContrast({ contrast, share }: Normalised): number {
  return quantile(
    contrast.data.filter((_, at) => share.data[at] > 0),
    0.9,
  );
}

/** Cells with enough contrast to look for ridges, given that of the liveliest tenth. */
export function roughMask({ contrast }: Normalised, strong: number): Uint8Array {
  const means = gaussianBlur(contrast, contrastSigma);
  const limit = Math.max(leastContrast, contrastShare * strong);
  const mask = new Uint8Array(means.data.length);
  for (let at = 0; at < mask.length; at++) if (means.data[at] > limit) mask[at] = 1;
  return mask;
}

/** Per cell, the correlation of image and enhanced ridges over a window, 0..1. */
export function ridgeCorrelation(ridges: Plane, enhanced: Plane): Plane {
  const { width, height } = gridOf(ridges);
  const [image, both, model] = products(ridges, enhanced).map((data) =>
    gaussianBlur({ width, height, data }, correlationSigma),
  );
  for (let i = 0; i < both.data.length; i++)
    both.data[i] = Math.max(0, both.data[i] / Math.sqrt(image.data[i] * model.data[i] + tiny));
  return both;
}

/** Cells of the print proper: ridges that correlate, with a smooth outline, no crumbs and no pinholes. */
export function fineMask(rough: Uint8Array, correlation: Plane): Uint8Array {
  const data = correlation.data.map((value, i) => (rough[i] && value > leastCorrelation ? 1 : 0));
  const smooth = gaussianBlur({ ...correlation, data }, shapeSigma);
  const mask = new Uint8Array(data.length);
  for (let at = 0; at < mask.length; at++) if (smooth.data[at] > 0.5) mask[at] = 1;
  flipSmallRegions(mask, correlation.width, 1, smallestPiece);
  flipSmallRegions(mask, correlation.width, 0, largestHole);
  return mask;
}

/** Turns over every 4-connected region of the given value with fewer cells than `least`. */
function flipSmallRegions(mask: Uint8Array, width: number, value: 0 | 1, least: number): void {
  const seen = new Uint8Array(mask.length);
  for (let start = 0; start < mask.length; start++) {
    if (seen[start] || mask[start] !== value) continue;
    const region = [start];
    seen[start] = 1;
    for (let next = 0; next < region.length; next++) {
      const at = region[next];
      const x = at % width;
      const neighbours = [
        x > 0 ? at - 1 : -1,
        x < width - 1 ? at + 1 : -1,
        at - width,
        at + width < mask.length ? at + width : -1,
      ];
      for (const neighbour of neighbours)
        if (neighbour >= 0 && !seen[neighbour] && mask[neighbour] === value) {
          seen[neighbour] = 1;
          region.push(neighbour);
        }
    }
    if (region.length < least) for (const at of region) mask[at] = 1 - value;
  }
}

/** Distance of each cell from the outside of the mask, in cells (city blocks and diagonals 3-4, rounded down). */
export function depthInMask(mask: Uint8Array, width: number): Uint8Array {
  // Padded by a cell all round, which is outside.
  const stride = width + 2;
  const depth = new Int32Array(stride * (mask.length / width + 2));
  const cells: number[] = [];
  for (let at = 0; at < mask.length; at++)
    if (mask[at]) cells.push((Math.floor(at / width) + 1) * stride + (at % width) + 1);
  for (const at of cells)
    depth[at] = Math.min(
      depth[at - 1] + 3,
      depth[at - stride] + 3,
      depth[at - stride - 1] + 4,
      depth[at - stride + 1] + 4,
    );
  for (const at of cells.reverse())
    depth[at] = Math.min(
      depth[at],
      depth[at + 1] + 3,
      depth[at + stride] + 3,
      depth[at + stride + 1] + 4,
      depth[at + stride - 1] + 4,
    );
  const cellDepth = new Uint8Array(mask.length);
  for (let at = 0; at < mask.length; at++)
    cellDepth[at] = Math.min(255, depth[(Math.floor(at / width) + 1) * stride + (at % width) + 1] / 3);
  return cellDepth;
}
