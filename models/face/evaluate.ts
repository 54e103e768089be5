/*
 * The engine measured on labelled pictures: every pair of pictures of one person is genuine, every pair of two people an
 * impostor, compared by cosine. Rates are over the pictures that gave a template; the others are counted apart.
 */
import { errorRates, operatingPoints, quantile } from '../evaluation/metrics.ts';
import { type FaceEngine, openFaceEngine } from './engine.ts';
import type { RgbImage } from './image.ts';
import { cosine } from './scores.ts';

export interface LabelledPhoto {
  readonly person: string;
  readonly name: string;
  readonly image: RgbImage;
}

export interface FaceEvaluation {
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
  /** Share of the pictures of people with several whose likest other picture is of the same person. */
  readonly rank1: number;
  /** From pixels to template, one worker, milliseconds. */
  readonly embedMs: { readonly median: number; readonly p95: number };
}

export interface FaceEvaluationOptions {
  /** An engine already open; otherwise one is opened and closed again. */
  readonly engine?: FaceEngine;
  /** Told after each picture: 0..1. */
  readonly onProgress?: (fraction: number) => void;
}

interface Template {
  readonly person: string;
  readonly vector: Float32Array;
}

/**
 * Several faces in a picture: the most central one is taken; poor pictures count too, since the set is what it is.
 *
 * @param images read one at a time, so that a folder need not fit in memory
 */
export async function evaluateFaces(
  images: Iterable<LabelledPhoto> | AsyncIterable<LabelledPhoto>,
  options: FaceEvaluationOptions & { readonly total?: number } = {},
): Promise<FaceEvaluation> {
  const engine = options.engine ?? (await openFaceEngine());
  try {
    const { templates, ...counts } = await templatesOf(engine, images, options);
    return { ...counts, ...rates(templates) };
  } finally {
    if (!options.engine) await engine.close();
  }
}

async function templatesOf(
  engine: FaceEngine,
  images: Iterable<LabelledPhoto> | AsyncIterable<LabelledPhoto>,
  { onProgress, total }: FaceEvaluationOptions & { readonly total?: number },
) {
  const expected = total ?? (Array.isArray(images) ? images.length : Number.POSITIVE_INFINITY);
  const templates: Template[] = [];
  const people = new Set<string>();
  const times: number[] = [];
  for await (const { person, image } of images) {
    const begun = performance.now();
    const templating = await engine.embed(image, { lenient: true });
    times.push(performance.now() - begun);
    people.add(person);
    if (templating.outcome === 'embedded') templates.push({ person, vector: templating.vector });
    onProgress?.(times.length / expected);
  }
  return {
    templates,
    images: times.length,
    people: people.size,
    detectFailures: times.length - templates.length,
    embedMs: { median: quantile(times, 0.5), p95: quantile(times, 0.95) },
  };
}

function rates(templates: readonly Template[]) {
  const genuine: number[] = [];
  const impostor: number[] = [];
  const likest = templates.map(() => ({ score: Number.NEGATIVE_INFINITY, same: false }));
  const mated = templates.map(() => false);
  for (let i = 0; i < templates.length; i++) {
    for (let j = i + 1; j < templates.length; j++) {
      const same = templates[i].person === templates[j].person;
      const score = cosine(templates[i].vector, templates[j].vector);
      (same ? genuine : impostor).push(score);
      for (const one of [i, j]) {
        mated[one] ||= same;
        if (score > likest[one].score) likest[one] = { score, same };
      }
    }
  }
  const probes = likest.filter((_, i) => mated[i]);
  return {
    genuine: genuine.length,
    impostor: impostor.length,
    rank1: probes.filter(({ same }) => same).length / probes.length,
    ...operatingRates(genuine, impostor),
  };
}

function operatingRates(genuine: readonly number[], impostor: readonly number[]) {
  if (genuine.length === 0 || impostor.length === 0)
    return { eer: Number.NaN, tarAtFar1e2: Number.NaN, tarAtFar1e3: Number.NaN, tarAtFar1e4: Number.NaN };
  const points = operatingPoints(genuine, impostor);
  // Points run from accepting all to accepting none, so the first within the rate has the most true accepts.
  const accepted = (far: number) => 1 - (points.find(({ fmr }) => fmr <= far)?.fnmr ?? 1);
  return {
    eer: errorRates(genuine, impostor).eer,
    tarAtFar1e2: accepted(0.01),
    tarAtFar1e3: accepted(0.001),
    tarAtFar1e4: accepted(0.0001),
  };
}
