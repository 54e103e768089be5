import { mostCompared } from '../matching/minutia-set.ts';
import { angleUnits, positionUnits, qualityUnits } from '../template/units.ts';
import type { FingerprintTemplate, Minutia, SingularPoint } from '../types.ts';
import type { Mosaic, Piece } from './mosaic.ts';
import { covers, meanOf, type Spot, suretyOf } from './spot.ts';

/** A template of the mosaic, and how it came from it. */
export interface Likeness {
  readonly template: FingerprintTemplate;
  /** Of each minutia of the template. */
  readonly spots: readonly Spot[];
  /** What was added to the mosaic's places. */
  readonly shift: { readonly x: number; readonly y: number };
}

/** No more than a comparison looks at; packed, at most 430 bytes. */
const mostMinutiae = mostCompared;
const mostSingularPoints = 4;
/** Pixels left around the outermost points. */
const border = 20;
/** The surest minutiae as a template of their own, shifted so that all lie within its size. */
export function likenessOf({ engine, spots, pieces }: Mosaic): Likeness {
  const kept = spots
    .map((spot) => {
      const mean = meanOf(spot);
      const missed = pieces.filter(
        ({ sightings }, number) => !spot.sightings.has(number) && covers(sightings, mean),
      );
      return { spot, mean, surety: suretyOf(spot, mean.quality, missed.length) };
    })
    .filter(({ surety }) => surety > 0)
    .sort((a, b) => b.surety - a.surety)
    .slice(0, mostMinutiae);
  const singular = singularPointsOf(pieces);
  const points = [...kept.map(({ mean }) => mean), ...singular];
  const shift = {
    x: border - Math.floor(Math.min(...points.map(({ x }) => x))),
    y: border - Math.floor(Math.min(...points.map(({ y }) => y))),
  };
  const place = ({ x, y, angle }: { readonly x: number; readonly y: number; readonly angle: number }) => ({
    x: positionUnits.round(x + shift.x),
    y: positionUnits.round(y + shift.y),
    angle: angleUnits.round(angle),
  });
  const minutiae = kept.map(
    ({ mean, surety }): Minutia => ({ ...place(mean), kind: mean.kind, quality: qualityUnits.round(surety) }),
  );
  const template = {
    engine,
    minutiae,
    singularPoints: singular.map((point) => ({ ...point, ...place(point) })),
    width: border + Math.ceil(Math.max(...points.map(({ x }) => x))) + shift.x,
    height: border + Math.ceil(Math.max(...points.map(({ y }) => y))) + shift.y,
    quality: Math.max(...pieces.map(({ quality }) => quality)),
  };
  return { template, spots: kept.map(({ spot }) => spot), shift };
}

/** Those of the best impression that shows any. */
function singularPointsOf(pieces: readonly Piece[]): readonly SingularPoint[] {
  const showing = pieces.filter(({ singularPoints }) => singularPoints.length > 0);
  const best = showing.toSorted((a, b) => b.quality - a.quality)[0];
  return best?.singularPoints.slice(0, mostSingularPoints) ?? [];
}
