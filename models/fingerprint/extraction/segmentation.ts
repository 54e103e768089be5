import { quantile } from '../../evaluation/metrics.ts';
import { cellMeans } from './grid.ts';
import { emptyPlane, gaussianBlur, type Plane } from './plane.ts';

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

/** Cells with enough contrast to look for ridges. */
export function roughMask(contrast: Plane): Uint8Array {
  const means = gaussianBlur(cellMeans(contrast), contrastSigma);
  const strong = quantile(means.data, 0.9);
  const limit = Math.max(leastContrast, contrastShare * strong);
  return Uint8Array.from(means.data, (value) => (value > limit ? 1 : 0));
}

/** Per cell, the correlation of image and enhanced ridges over a window, 0..1. */
export function ridgeCorrelation(ridges: Plane, enhanced: Plane): Plane {
  const product = (a: Plane, b: Plane) => {
    const plane = emptyPlane(a.width, a.height);
    for (let i = 0; i < plane.data.length; i++) plane.data[i] = a.data[i] * b.data[i];
    return gaussianBlur(cellMeans(plane), correlationSigma);
  };
  const both = product(ridges, enhanced);
  const image = product(ridges, ridges);
  const model = product(enhanced, enhanced);
  for (let i = 0; i < both.data.length; i++)
    both.data[i] = Math.max(0, both.data[i] / Math.sqrt(image.data[i] * model.data[i] + 1e-6));
  return both;
}

/** Cells of the print proper: ridges that correlate, with a smooth outline, no crumbs and no pinholes. */
export function fineMask(rough: Uint8Array, correlation: Plane): Uint8Array {
  const data = Float32Array.from(correlation.data, (value, i) =>
    rough[i] && value > leastCorrelation ? 1 : 0,
  );
  const smooth = gaussianBlur({ ...correlation, data }, shapeSigma);
  const mask = Uint8Array.from(smooth.data, (value) => (value > 0.5 ? 1 : 0));
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
  const height = mask.length / width;
  const depth = new Int32Array(mask.length);
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : depth[y * width + x];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (mask[y * width + x])
        depth[y * width + x] = Math.min(
          at(x - 1, y) + 3,
          at(x, y - 1) + 3,
          at(x - 1, y - 1) + 4,
          at(x + 1, y - 1) + 4,
        );
  for (let y = height - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--)
      depth[y * width + x] = Math.min(
        depth[y * width + x],
        at(x + 1, y) + 3,
        at(x, y + 1) + 3,
        at(x + 1, y + 1) + 4,
        at(x - 1, y + 1) + 4,
      );
  return Uint8Array.from(depth, (value) => Math.min(255, Math.floor(value / 3)));
}
