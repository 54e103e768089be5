import type { MinutiaKind } from '../types.ts';

/*
 * A spot is one minutia of the finger as several impressions show it. What they agree on is surer than any of them;
 * what one shows and others that cover the place do not is less sure, or noise.
 */

/** How one impression shows a minutia. */
export interface Sighting {
  /** Pixels and radians in the mosaic's own frame, as of a minutia otherwise. */
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly kind: MinutiaKind;
  readonly quality: number;
}

export interface Spot {
  /** By the number of the impression; at least one. */
  readonly sightings: ReadonlyMap<number, Sighting>;
}

/** Keeps a sighting of quality 0 from weighing nothing at all. */
const leastWeight = 0.05;
/** What is left of the doubt with each further impression that shows the same. */
const doubtLeft = 0.6;
/** What is left of the quality with each impression that covers the place and shows nothing. */
const qualityLeft = 0.85;
/** With so many against it, what only one impression shows is noise. */
const mostAgainstOne = 2;

/** The mean of all sightings, each by its quality; the kind is that of most quality. */
export function meanOf({ sightings }: Spot): Sighting {
  let weight = 0;
  let x = 0;
  let y = 0;
  let cos = 0;
  let sin = 0;
  let fork = 0;
  let quality = 0;
  for (const sighting of sightings.values()) {
    const w = leastWeight + sighting.quality;
    weight += w;
    x += w * sighting.x;
    y += w * sighting.y;
    cos += w * Math.cos(sighting.angle);
    sin += w * Math.sin(sighting.angle);
    fork += sighting.kind === 'bifurcation' ? w : -w;
    quality += sighting.quality;
  }
  return {
    x: x / weight,
    y: y / weight,
    angle: Math.atan2(sin, cos),
    kind: fork > 0 ? 'bifurcation' : 'ending',
    quality: quality / sightings.size,
  };
}

/**
 * How sure a minutia is, 0..1, by its mean quality, the impressions that show it and the `missed` ones that cover its
 * place and do not; 0 when it is to be left out.
 */
export function suretyOf({ sightings }: Spot, quality: number, missed: number): number {
  const seen = sightings.size;
  if (seen === 1 && missed >= mostAgainstOne) return 0;
  return (1 - (1 - quality) * doubtLeft ** (seen - 1)) * qualityLeft ** missed;
}

/** Pixels around a place where an impression that covers it has minutiae, in most of the four directions. */
const coverReach = 60;
const leastQuarters = 3;

/** Whether an impression with these minutiae would have shown one at the place. */
export function covers(sightings: readonly Sighting[], { x, y }: Sighting): boolean {
  const quarters = new Set<number>();
  for (const sighting of sightings) {
    const dx = sighting.x - x;
    const dy = sighting.y - y;
    if (Math.hypot(dx, dy) <= coverReach) quarters.add((dx > 0 ? 1 : 0) + (dy > 0 ? 2 : 0));
  }
  return quarters.size >= leastQuarters;
}
