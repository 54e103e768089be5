import type { MinutiaSet } from '../matching/minutia-set.ts';
import type { Edge } from './edge-cells.ts';

/*
 * The probe's edges for rating: to more neighbours than are stored of a finger, for where the probe shows minutiae that the
 * finger does not, the finger's nearest neighbours are farther down the probe's list.
 */

export interface ProbeEdge extends Edge {
  /** The minutia it belongs to. */
  readonly owner: number;
}

const neighbours = 14;
/** Pixels, as of the edges stored. */
const farthest = 127;
const unitsPerRadian = 128 / Math.PI;

/** Measures are as of `listEdges`. */
export function listProbeEdges({ count, x, y, angle }: MinutiaSet): ProbeEdge[] {
  const minutiae = Array.from({ length: count }, (_, i) => i);
  return minutiae.flatMap((owner) =>
    minutiae
      .map((other) => ({ other, length: Math.hypot(x[other] - x[owner], y[other] - y[owner]) }))
      .filter(({ length }) => length > 0 && length <= farthest)
      .sort((a, b) => a.length - b.length)
      .slice(0, neighbours)
      .map(({ other, length }) => ({
        owner,
        distance: Math.round(2 * length),
        bearing: unit(Math.atan2(y[other] - y[owner], x[other] - x[owner]) * unitsPerRadian - angle[owner]),
        heading: unit(angle[other] - angle[owner]),
      })),
  );
}

const unit = (units: number) => Math.round(units) & 255;
