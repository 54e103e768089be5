import {
  type Comparison,
  candidatesOf,
  errorRates,
  type Label,
  type Protocol,
  quantile,
  rankOne,
  type Scores,
  scoresOf,
} from '../evaluation/index.ts';
import { extract } from './extraction/extract.ts';
import { matchFingerprints } from './matching/match.ts';
import { packTemplate } from './template/packed.ts';
import type { FingerprintTemplate, GreyImage } from './types.ts';

/*
 * The engine measured on labelled prints, by a protocol of the fingerprint verification competitions. A print that
 * gives no template scores 0 with all others and so counts against the engine.
 */

export interface LabelledPrint {
  readonly finger: string;
  readonly impression: string;
  readonly image: GreyImage;
}

export interface FingerprintFigures {
  readonly images: number;
  /** Numbers of pairs. */
  readonly genuine: number;
  readonly impostor: number;
  /** Rates as fractions. */
  readonly eer: number;
  readonly fmr100: number;
  readonly fmr1000: number;
  readonly zeroFmr: number;
  readonly failedToExtract: number;
  readonly extractMs: { readonly median: number; readonly p95: number };
  readonly comparisonsPerSecond: number;
  /** Packed size. */
  readonly templateBytes: { readonly median: number; readonly max: number };
  /** Share of prints whose likest other print is of the same finger, among those compared with both kinds. */
  readonly rank1: number;
}

export interface FingerprintEvaluation extends FingerprintFigures {
  /** What the rates were made of: the scores in decibels, and which prints they are of. */
  readonly scores: Scores;
  readonly comparisons: readonly Comparison[];
}

export interface EvaluationOptions {
  /** By default `extended`. */
  readonly protocol?: Protocol;
  /** Told after each extraction and after each row of comparisons: 0..1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Runs on the calling thread, so that times are those of one core.
 * @throws RangeError when there is no genuine or no impostor pair.
 */
export function evaluateFingerprints(
  prints: readonly LabelledPrint[],
  { protocol = 'extended', onProgress }: EvaluationOptions = {},
): FingerprintEvaluation {
  const extractTimes: number[] = [];
  const templates = prints.map((print, i) => {
    const start = performance.now();
    const extraction = extract(print.image);
    extractTimes.push(performance.now() - start);
    onProgress?.((i + 1) / prints.length / 2);
    return extraction.outcome === 'extracted' ? extraction.template : null;
  });

  const labels = prints.map(({ finger, impression }) => ({ identity: finger, impression }));
  const pairs = candidatesOf(labels, protocol);
  const start = performance.now();
  const comparisons = comparePairs(labels, templates, pairs, (fraction) => onProgress?.((1 + fraction) / 2));
  const seconds = (performance.now() - start) / 1000;

  const scores = scoresOf(comparisons);
  const { eer, fmr100, fmr1000, zeroFmr } = errorRates(scores.genuine, scores.impostor);
  const sizes = templates.filter((template) => template !== null).map((t) => packTemplate(t).length);
  return {
    images: prints.length,
    genuine: scores.genuine.length,
    impostor: scores.impostor.length,
    eer,
    fmr100,
    fmr1000,
    zeroFmr,
    failedToExtract: templates.filter((template) => template === null).length,
    extractMs: { median: quantile(extractTimes, 0.5), p95: quantile(extractTimes, 0.95) },
    comparisonsPerSecond: comparisons.length / seconds,
    templateBytes: { median: quantile(sizes, 0.5), max: Math.max(0, ...sizes) },
    rank1: rankOne(comparisons),
    scores,
    comparisons,
  };
}

function comparePairs(
  labels: readonly Label[],
  templates: readonly (FingerprintTemplate | null)[],
  pairs: readonly (readonly number[])[],
  onRow: (fraction: number) => void,
): Comparison[] {
  const comparisons: Comparison[] = [];
  for (const [probe, candidates] of pairs.entries()) {
    const score = scoreAgainst(templates[probe]);
    for (const candidate of candidates) {
      const genuine = labels[probe].identity === labels[candidate].identity;
      comparisons.push({ probe, candidate, genuine, score: score(templates[candidate]) });
    }
    onRow((probe + 1) / pairs.length);
  }
  return comparisons;
}

/** One probe against many; what is prepared of the probe is prepared once. */
function scoreAgainst(probe: FingerprintTemplate | null): (candidate: FingerprintTemplate | null) => number {
  if (!probe) return () => 0;
  return (candidate) => (candidate ? matchFingerprints(probe, candidate) : 0);
}
