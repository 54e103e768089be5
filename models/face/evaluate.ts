/*
 * The engine measured on labelled pictures: every pair of pictures of one person is genuine, every pair of two people an
 * impostor, compared by cosine; or only the pairs of a list. Rates are over the pictures that gave a template; the others
 * are counted apart.
 */
import {
  type Comparison,
  errorRates,
  falseNonMatchRate,
  quantile,
  rankOne,
  type Scores,
  scoresOf,
  thresholdAt,
} from '../evaluation/index.ts';
import { compare, type FacePair, type TemplatedPhoto } from './comparisons.ts';
import { type FaceEngine, openFaceEngine } from './engine.ts';
import type { RgbImage } from './image.ts';
import type { FaceThresholds } from './scores.ts';

export interface LabelledPhoto {
  readonly person: string;
  /** Of its own within the set. */
  readonly name: string;
  readonly image: RgbImage;
}

export interface FaceFigures {
  readonly images: number;
  readonly people: number;
  /** Numbers of pairs. */
  readonly genuine: number;
  readonly impostor: number;
  /** Pictures without a template. */
  readonly detectFailures: number;
  /** Rates as fractions; NaN where there are no genuine or no impostor pairs. */
  readonly eer: number;
  readonly tarAtFar1e2: number;
  readonly tarAtFar1e3: number;
  readonly tarAtFar1e4: number;
  /** Cosines: where this set has those rates, and the engine's own that are in use. */
  readonly thresholds: {
    readonly eer: number;
    readonly far1e2: number;
    readonly far1e3: number;
    readonly far1e4: number;
    readonly candidate: number;
    readonly match: number;
  };
  /**
   * Share of the pictures of people with several whose likest other picture is of the same person; NaN when only listed
   * pairs are compared.
   */
  readonly rank1: number;
  /** From pixels to template, one worker, milliseconds. */
  readonly embedMs: { readonly median: number; readonly p95: number };
}

export interface FaceEvaluation {
  readonly engine: MeasuredEngine;
  readonly figures: FaceFigures;
  /** What the rates were made of: cosines, and which pictures they are of. */
  readonly scores: Scores;
  readonly comparisons: Iterable<Comparison>;
  readonly photos: readonly TemplatedPhoto[];
}

/** What of the engine that was measured is needed to read its figures. */
export type MeasuredEngine = Pick<FaceEngine, 'id' | 'thresholds' | 'score'>;

export interface FaceEvaluationOptions {
  /** An engine already open; otherwise one is opened and closed again. */
  readonly engine?: FaceEngine;
  /** The pairs to compare; all, unless told. */
  readonly pairs?: readonly FacePair[];
  /** Told after each picture how many are done. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Several faces in a picture: the most central one is taken; poor pictures count too, since the set is what it is.
 *
 * @param images read one at a time, so that a folder need not fit in memory
 */
export async function evaluateFaces(
  images: Iterable<LabelledPhoto> | AsyncIterable<LabelledPhoto>,
  options: FaceEvaluationOptions = {},
): Promise<FaceEvaluation> {
  const engine = options.engine ?? (await openFaceEngine());
  try {
    const { photos, times } = await templatesOf(engine, images, options.onProgress);
    const comparisons = compare(photos, options.pairs);
    const scores = scoresOf(comparisons);
    const { id, thresholds, score } = engine;
    return {
      engine: { id, thresholds, score },
      figures: {
        images: photos.length,
        people: new Set(photos.map(({ person }) => person)).size,
        genuine: scores.genuine.length,
        impostor: scores.impostor.length,
        detectFailures: photos.filter(({ vector }) => !vector).length,
        ...rates(scores, thresholds),
        rank1: options.pairs ? Number.NaN : rankOne(comparisons),
        embedMs: { median: quantile(times, 0.5), p95: quantile(times, 0.95) },
      },
      scores,
      comparisons,
      photos,
    };
  } finally {
    if (!options.engine) await engine.close();
  }
}

async function templatesOf(
  engine: FaceEngine,
  images: Iterable<LabelledPhoto> | AsyncIterable<LabelledPhoto>,
  onProgress: FaceEvaluationOptions['onProgress'],
) {
  const photos: TemplatedPhoto[] = [];
  const times: number[] = [];
  for await (const { person, name, image } of images) {
    const begun = performance.now();
    const templating = await engine.embed(image, { lenient: true });
    times.push(performance.now() - begun);
    const vector = templating.outcome === 'embedded' ? templating.vector : null;
    photos.push({ person, name, vector });
    onProgress?.(photos.length);
  }
  return { photos, times };
}

function rates(scores: Scores, inUse: FaceThresholds) {
  const { genuine, impostor } = scores;
  const both = genuine.length > 0 && impostor.length > 0;
  const equal = both ? errorRates(genuine, impostor) : null;
  const far = (rate: number) => (both ? thresholdAt(impostor, rate) : Number.NaN);
  const accepted = (threshold: number) => (both ? 1 - falseNonMatchRate(genuine, threshold) : Number.NaN);
  const [far1e2, far1e3, far1e4] = [far(0.01), far(0.001), far(0.0001)];
  return {
    eer: equal?.eer ?? Number.NaN,
    tarAtFar1e2: accepted(far1e2),
    tarAtFar1e3: accepted(far1e3),
    tarAtFar1e4: accepted(far1e4),
    thresholds: { eer: equal?.thresholds.eer ?? Number.NaN, far1e2, far1e3, far1e4, ...inUse },
  };
}
