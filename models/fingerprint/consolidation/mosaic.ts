import { correspond } from '../matching/correspondence.ts';
import type { FingerprintTemplate, SingularPoint } from '../types.ts';
import type { Likeness } from './likeness.ts';
import { meanOf, type Sighting, type Spot } from './spot.ts';

/*
 * Impressions laid over each other, in the places of the first. Each further one is aligned with the template of all
 * before it, so one that shares no skin with the first may still be held by another.
 */

/** One impression within the mosaic. */
export interface Piece {
  readonly quality: number;
  readonly sightings: readonly Sighting[];
  readonly singularPoints: readonly SingularPoint[];
}

export interface Mosaic {
  readonly engine: string;
  readonly spots: readonly Spot[];
  readonly pieces: readonly Piece[];
}

/** Sightings this near each other are of one minutia, in pixels and radians: what the matcher allows. */
const sameDistance = 11;
const leastCosine = Math.cos(0.45);

export function startMosaic({ engine, quality, minutiae, singularPoints }: FingerprintTemplate): Mosaic {
  const spots = minutiae.map((minutia) => ({ sightings: new Map([[0, minutia]]) }));
  return { engine, spots, pieces: [{ quality, sightings: minutiae, singularPoints }] };
}

/** The mosaic with one more impression, which corresponds as found with its likeness; null when nothing agrees. */
export function extendMosaic(
  mosaic: Mosaic,
  likeness: Likeness,
  template: FingerprintTemplate,
): Mosaic | null {
  const found = correspond(template, likeness.template);
  if (!found) return null;
  const back = <T extends { readonly x: number; readonly y: number }>(point: T): T => ({
    ...point,
    x: point.x - likeness.shift.x,
    y: point.y - likeness.shift.y,
  });
  const laid = found.laid.map(({ minutia, x, y, angle, counterpart }) => ({
    sighting: back({ ...minutia, x, y, angle }),
    spot: counterpart === null ? null : likeness.spots[counterpart],
  }));
  const piece = {
    quality: template.quality,
    sightings: laid.map(({ sighting }) => sighting),
    singularPoints: template.singularPoints.map((point) => back(found.move(point))),
  };
  return { ...mosaic, spots: addSightings(mosaic, laid), pieces: [...mosaic.pieces, piece] };
}

interface Laid {
  readonly sighting: Sighting;
  /** The spot it was paired with. */
  readonly spot: Spot | null;
}

/** Gives each sighting to its spot, else to the nearest that the impression does not show yet, else to a new one. */
function addSightings({ spots, pieces }: Mosaic, laid: readonly Laid[]): Spot[] {
  const owned = new Map<Spot, Sighting>();
  for (const { sighting, spot } of laid) if (spot) owned.set(spot, sighting);
  const free = new Set(spots.filter((spot) => !owned.has(spot)));
  const added: Sighting[] = [];
  for (const { sighting, spot } of laid) {
    if (spot) continue;
    const near = nearest(free, sighting);
    if (near) {
      owned.set(near, sighting);
      free.delete(near);
    } else added.push(sighting);
  }
  const seen = (spot: Spot, sighting: Sighting): Spot => ({
    sightings: new Map([...spot.sightings, [pieces.length, sighting]]),
  });
  return [
    ...spots.map((spot) => {
      const sighting = owned.get(spot);
      return sighting ? seen(spot, sighting) : spot;
    }),
    ...added.map((sighting) => seen({ sightings: new Map() }, sighting)),
  ];
}

function nearest(spots: Iterable<Spot>, { x, y, angle }: Sighting): Spot | null {
  let best: Spot | null = null;
  let least = sameDistance;
  for (const spot of spots) {
    const mean = meanOf(spot);
    const distance = Math.hypot(mean.x - x, mean.y - y);
    if (distance >= least || Math.cos(mean.angle - angle) < leastCosine) continue;
    least = distance;
    best = spot;
  }
  return best;
}
