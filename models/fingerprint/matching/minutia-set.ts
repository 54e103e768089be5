import type { FingerprintTemplate } from '../types.ts';

/*
 * A template made ready for comparing: its minutiae in typed arrays, and for each its nearest neighbours described
 * relative to it (how far, in which direction, pointing where), which neither shift nor rotation of the finger changes
 * (Jiang and Yau 2000).
 */

export interface MinutiaSet {
  readonly count: number;
  /** Pixels, y up. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly angle: Float32Array;
  readonly quality: Float32Array;
  /** `neighbours` slots a minutia, nearest first; distance 0 where there are fewer. */
  readonly distance: Float32Array;
  /** Direction to the neighbour, and of the neighbour, relative to the minutia's own, in [−π, π). */
  readonly bearing: Float32Array;
  readonly heading: Float32Array;
}

export const neighbours = 10;
/** Minutiae compared; the extractor lists the best first. */
export const mostCompared = 100;
/** Farther neighbours move too much when skin stretches. */
const farthest = 130;

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
  const kept = minutiae.slice(0, mostCompared);
  const count = kept.length;
  const set = {
    count,
    x: Float32Array.from(kept, (minutia) => minutia.x),
    y: Float32Array.from(kept, (minutia) => -minutia.y),
    angle: Float32Array.from(kept, (minutia) => minutia.angle),
    quality: Float32Array.from(kept, (minutia) => minutia.quality),
    distance: new Float32Array(count * neighbours),
    bearing: new Float32Array(count * neighbours),
    heading: new Float32Array(count * neighbours),
  };
  for (let i = 0; i < count; i++) describeNeighbours(set, i);
  return set;
}

function describeNeighbours(set: MinutiaSet, i: number): void {
  const nearest = Array.from({ length: set.count }, (_, j) => ({
    j,
    distance: Math.hypot(set.x[j] - set.x[i], set.y[j] - set.y[i]),
  }))
    .filter(({ j, distance }) => j !== i && distance > 0 && distance <= farthest)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, neighbours);
  for (const [slot, { j, distance }] of nearest.entries()) {
    const at = i * neighbours + slot;
    const direction = Math.atan2(set.y[j] - set.y[i], set.x[j] - set.x[i]);
    set.distance[at] = distance;
    set.bearing[at] = wrap(direction - set.angle[i]);
    set.heading[at] = wrap(set.angle[j] - set.angle[i]);
  }
}

/** The same angle in [−π, π); for differences of two angles of one turn each. */
export function wrap(angle: number): number {
  if (angle >= Math.PI) return wrap(angle - 2 * Math.PI);
  return angle < -Math.PI ? wrap(angle + 2 * Math.PI) : angle;
}
