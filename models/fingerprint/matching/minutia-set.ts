import { angleUnits } from '../template/units.ts';
import type { FingerprintTemplate } from '../types.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type EdgeList, listEdges } from './edges.ts';

/*
 * A template made ready for comparing: its minutiae in typed arrays, leftmost first, and its edges. Angles are in 256ths
 * of a turn, so that differences wrap by a mask.
 */

export interface MinutiaSet {
  readonly count: number;
  /** Pixels at 500 dpi, y up; x ascending. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** 256ths of a turn. */
  readonly angle: Uint8Array;
  readonly quality: Float32Array;
  /** 1 for a bifurcation. */
  readonly fork: Uint8Array;
  /** Per column of `columnWidth` pixels, the first minutia in it or right of it. */
  readonly columns: Uint8Array;
  /** Of the whole print, 0..1. */
  readonly printQuality: number;
  readonly edges: EdgeList;
  readonly coverage: Coverage;
}

/** Minutiae compared; the extractor lists the best first. */
export const mostCompared = 80;
const columnWidth = 16;
const mostQuality = 100;

const prepared = new WeakMap<FingerprintTemplate, MinutiaSet>();

/** Ready-made form of a template, built once for each template object. */
export function minutiaSet(template: FingerprintTemplate): MinutiaSet {
  const known = prepared.get(template);
  if (known) return known;
  const set = build(template);
  prepared.set(template, set);
  return set;
}

function build({ minutiae, quality }: FingerprintTemplate): MinutiaSet {
  const kept = minutiae.slice(0, mostCompared).sort((a, b) => a.x - b.x);
  const points = {
    count: kept.length,
    x: Float32Array.from(kept, (minutia) => minutia.x),
    y: Float32Array.from(kept, (minutia) => -minutia.y),
    angle: Uint8Array.from(kept, (minutia) => angleUnits.pack(minutia.angle)),
    quality: Float32Array.from(kept, (minutia) => minutia.quality),
    fork: Uint8Array.from(kept, (minutia) => (minutia.kind === 'bifurcation' ? 1 : 0)),
  };
  return {
    ...points,
    printQuality: quality / mostQuality,
    columns: columnsOf(points.x),
    edges: listEdges(points),
    coverage: coverageOf(points.x, points.y),
  };
}

/** The columns of a set, from its x in ascending order. */
export function columnsOf(x: Float32Array): Uint8Array {
  const last = x[x.length - 1] ?? 0;
  const columns = new Uint8Array(Math.floor(last / columnWidth) + 2).fill(x.length);
  for (let i = x.length - 1; i >= 0; i--) columns[Math.floor(x[i] / columnWidth)] = i;
  for (let c = columns.length - 2; c >= 0; c--) columns[c] = Math.min(columns[c], columns[c + 1]);
  return columns;
}

/** A minutia at or before the first whose x is at least the given one. */
export function firstNear({ columns }: MinutiaSet, least: number): number {
  if (least <= 0) return 0;
  return columns[Math.min(columns.length - 1, Math.floor(least / columnWidth))];
}
