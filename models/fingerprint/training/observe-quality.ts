import { mean, type SamplePair } from '../../evaluation/index.ts';
import { analyse } from '../extraction/analysis.ts';
import { templateOf } from '../extraction/extract.ts';
import { qualityFeatures } from '../extraction/quality.ts';
import { matchFingerprints } from '../matching/match.ts';
import type { FingerprintTemplate, GreyImage } from '../types.ts';
import type { QualityExample } from './fit-quality.ts';

/* What quality is learned from and judged by: the measures of every print, and its scores with the others of its finger. */

export interface SeenPrint {
  readonly template: FingerprintTemplate;
  /** As of `qualityFeatures`. */
  readonly features: readonly number[];
}

export interface QualitySet {
  readonly name: string;
  /** Sets of one family show the same fingers. */
  readonly family: string;
  readonly prints: readonly (SeenPrint & { readonly finger: string })[];
}

export interface QualityObservation {
  readonly examples: readonly QualityExample[];
  /** All pairs of one finger; samples are examples, scores decibels. */
  readonly genuine: readonly SamplePair[];
}

/** Beyond this many decibels a print matches well enough. */
const ample = 400;
/** Added to scores so that hopeless ones do not outweigh all others. */
const floor = 5;

/** What quality is learned from in one print; null where it gives no template. */
export function lookAt(image: GreyImage): SeenPrint | null {
  const analysis = analyse(image);
  if (analysis.outcome === 'refused') return null;
  return { template: templateOf(analysis).template, features: qualityFeatures(analysis) };
}

/** Prints that are the only one of their finger are left out. */
export function observeQuality(sets: readonly QualitySet[]): QualityObservation {
  const examples: QualityExample[] = [];
  const genuine: SamplePair[] = [];
  for (const { name, family, prints } of sets)
    for (const own of Map.groupBy(prints, ({ finger }) => finger).values()) {
      if (own.length < 2) continue;
      const first = examples.length;
      const pairs = pairsOf(own);
      genuine.push(
        ...pairs.map(({ samples: [a, b], score }) => ({ samples: [first + a, first + b] as const, score })),
      );
      examples.push(
        ...own.map(({ features }, at) => ({ set: name, family, features, worth: worthOf(at, pairs) })),
      );
    }
  return { examples, genuine };
}

function pairsOf(prints: readonly SeenPrint[]): SamplePair[] {
  return prints.flatMap((a, i) =>
    prints.slice(i + 1).map((b, k) => ({
      samples: [i, i + 1 + k] as const,
      score: matchFingerprints(a.template, b.template),
    })),
  );
}

function worthOf(print: number, pairs: readonly SamplePair[]): number {
  const own = pairs.filter(({ samples }) => samples.includes(print));
  return mean(own.map(({ score }) => Math.log(Math.min(ample, score) + floor)));
}
