import type { FingerprintTemplate } from '../types.ts';
import { type EdgeIndex, indexEdges } from './edge-index.ts';

/* A template made ready for comparing: its minutiae in typed arrays, leftmost first, and the index of their edges. */

export interface MinutiaSet {
  readonly count: number;
  /** Pixels, y up; x ascending. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly angle: Float32Array;
  readonly quality: Float32Array;
  readonly edges: EdgeIndex;
}

/** Minutiae compared; the extractor lists the best first. */
export const mostCompared = 100;

const prepared = new WeakMap<FingerprintTemplate, MinutiaSet>();

/** Ready-made form of a template, built once for each template object. */
export function minutiaSet(template: FingerprintTemplate): MinutiaSet {
  const known = prepared.get(template);
  if (known) return known;
  const set = build(template);
  prepared.set(template, set);
  return set;
}

function build({ minutiae }: FingerprintTemplate): MinutiaSet {
  const kept = minutiae.slice(0, mostCompared).sort((a, b) => a.x - b.x);
  const points = {
    count: kept.length,
    x: Float32Array.from(kept, (minutia) => minutia.x),
    y: Float32Array.from(kept, (minutia) => -minutia.y),
    angle: Float32Array.from(kept, (minutia) => minutia.angle),
    quality: Float32Array.from(kept, (minutia) => minutia.quality),
  };
  return { ...points, edges: indexEdges(points) };
}

/** First minutia whose x is at least the given one. */
export function firstFrom({ x, count }: MinutiaSet, least: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
