/* Several stills of one person to one template: each is embedded, and those that can be used are consolidated. */
import { consolidate } from './consolidate.ts';
import type { FaceTemplating } from './embedding.ts';

export type Unusable = Exclude<FaceTemplating, { outcome: 'embedded' }>;
type Embedded = Extract<FaceTemplating, { outcome: 'embedded' }>;

export type FaceEnrolling =
  | {
      readonly outcome: 'embedded';
      /** Unit length, as many numbers as the engine's `dimensions`. */
      readonly vector: Float32Array;
      /** The picture of best quality, by its place: the portrait is cut from it. */
      readonly best: number;
      readonly quality: Embedded['quality'];
      readonly sighting: Embedded['sighting'];
      /** The pictures that no template could be made of, by their places; the others went in. */
      readonly leftOut: readonly LeftOut[];
    }
  | { readonly outcome: 'none-usable'; readonly leftOut: readonly LeftOut[] }
  | {
      readonly outcome: 'different-people';
      /** Places of the pictures unlike the others. */
      readonly strangers: readonly number[];
    };

export interface LeftOut {
  readonly place: number;
  readonly why: Unusable;
}

/**
 * @param templatings what became of each picture, in order
 * @param samePerson the cosine from which a picture is taken for one of the same person
 */
export function enrolled(templatings: readonly FaceTemplating[], samePerson: number): FaceEnrolling {
  const usable: (Embedded & { readonly place: number })[] = [];
  const leftOut: LeftOut[] = [];
  for (const [place, templating] of templatings.entries()) {
    if (templating.outcome === 'embedded') usable.push({ ...templating, place });
    else leftOut.push({ place, why: templating });
  }
  if (usable.length === 0) return { outcome: 'none-usable', leftOut };
  const consolidation = consolidate(
    usable.map(({ vector, quality }) => ({ vector, quality: quality.score })),
    samePerson,
  );
  if (consolidation.outcome === 'different-people') {
    const strangers = consolidation.strangers.map((at) => usable[at].place);
    return { outcome: 'different-people', strangers };
  }
  const best = usable.reduce((one, other) => (other.quality.score > one.quality.score ? other : one));
  const { place, quality, sighting } = best;
  return { outcome: 'embedded', vector: consolidation.vector, best: place, quality, sighting, leftOut };
}
