import { cell } from './grid.ts';
import { type OrientationField, orientationAt } from './orientation.ts';
import type { Plane } from './plane.ts';
import { refine } from './refinement.ts';
import { exits, findNodes, type Skeleton, walk } from './skeleton.ts';

/*
 * Endings and forks of the cleaned skeleton. The direction is that of ISO/IEC 19794-2: from an ending along its ridge;
 * from a fork between its two branches, which is along the valley that ends there. So when ink or pressure turns one
 * kind into the other, place and direction stay.
 */

/** A minutia in working pixels; angle in [0, 2π) with y down. */
export interface RawMinutia {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly kind: 'ending' | 'bifurcation';
  /** 0..1. */
  readonly quality: number;
}

/** Pixels walked along each line to learn which way it goes. */
const walkLength = 14;
/** A line shorter than this tells no direction. */
const shortestWalk = 5;
/** Cells from the edge of the print within which endings are cut ridges. */
const borderDepth = 3;
/** Opposite minutiae nearer than this are a break or a pinch; any two nearer than the second are one. */
const oppositeDistance = 8;
const sameDistance = 5;
/** More minutiae than this within the radius is a scar or noise. */
const crowd = 5;
const crowdRadius = 22;

export interface MinutiaContext {
  readonly skeleton: Skeleton;
  /** The ridges that were thinned, positive. */
  readonly enhanced: Plane;
  readonly field: OrientationField;
  /** Per cell, 0..1: how well ridges explain the image. */
  readonly reliability: Plane;
  /** Per cell, distance from the outside of the print, in cells. */
  readonly depth: Uint8Array;
}

export function findMinutiae(context: MinutiaContext): RawMinutia[] {
  const { endings, forks } = findNodes(context.skeleton);
  const found = [
    ...endings.map((at) => describe(context, at, 'ending')),
    ...forks.map((at) => describe(context, at, 'bifurcation')),
  ].filter((minutia) => minutia !== null);
  return dropCrowds(dropPairs(found));
}

function describe(context: MinutiaContext, at: number, kind: RawMinutia['kind']): RawMinutia | null {
  const { skeleton, field, reliability, depth } = context;
  const x = at % skeleton.width;
  const y = Math.floor(at / skeleton.width);
  const gridAt = Math.floor(y / cell) * reliability.width + Math.floor(x / cell);
  if (depth[gridAt] <= borderDepth) return null;
  const ridge = orientationAt(field, x, y);
  const ways = exits(skeleton, at)
    .map((first) => walk(skeleton, at, first, walkLength).path)
    .filter((path) => path.length >= shortestWalk || kind === 'ending')
    .map((path) => {
      const end = path[path.length - 1];
      const dx = (end % skeleton.width) - x;
      const dy = Math.floor(end / skeleton.width) - y;
      return dx * Math.cos(ridge) + dy * Math.sin(ridge);
    });
  if (kind === 'ending' ? ways.length !== 1 : ways.length < 2) return null;
  // At a fork two branches go one way and the stem the other; with one way lost the sum still tells.
  const forward = ways.reduce((sum, way) => sum + (kind === 'ending' ? way : Math.sign(way)), 0);
  if (forward === 0) return null;
  const angle = (forward > 0 ? ridge : ridge + Math.PI) % (2 * Math.PI);
  const place = refine(context.enhanced, { x, y }, angle, kind === 'ending' ? 1 : -1);
  return { ...place, angle, kind, quality: reliability.data[gridAt] };
}

function dropPairs(minutiae: readonly RawMinutia[]): RawMinutia[] {
  const dropped = new Set<RawMinutia>();
  for (const [i, a] of minutiae.entries())
    for (let j = i + 1; j < minutiae.length; j++) {
      const b = minutiae[j];
      const distance = Math.hypot(a.x - b.x, a.y - b.y);
      if (distance > oppositeDistance) continue;
      const opposite = Math.cos(a.angle - b.angle) < -0.5;
      if (opposite) dropped.add(a).add(b);
      else if (distance <= sameDistance) dropped.add(a.quality < b.quality ? a : b);
    }
  return minutiae.filter((minutia) => !dropped.has(minutia));
}

function dropCrowds(minutiae: readonly RawMinutia[]): RawMinutia[] {
  return minutiae.filter(
    (a) => minutiae.filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < crowdRadius).length - 1 <= crowd,
  );
}
