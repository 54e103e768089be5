import { errorRates, quantile } from '../evaluation/metrics.ts';
import { extract } from './extraction/extract.ts';
import { matchFingerprints } from './matching/match.ts';
import { packTemplate } from './template/packed.ts';
import type { FingerprintTemplate, GreyImage } from './types.ts';

/*
 * The engine measured on labelled prints, by the protocol of the fingerprint verification competitions (FVC) in its
 * extended form: every pair of impressions of one finger is genuine, every pair of different fingers an impostor.
 * A print that gives no template scores 0 with all others and so counts against the engine.
 */

export interface LabelledPrint {
  readonly finger: string;
  readonly impression: string;
  readonly image: GreyImage;
}

export interface FingerprintEvaluation {
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
  /** Share of prints whose likest other print is of the same finger. */
  readonly rank1: number;
  /** The scores behind the rates, for calibration and pooling over sets. */
  readonly scores: { readonly genuine: readonly number[]; readonly impostor: readonly number[] };
}

export interface EvaluationOptions {
  /** Told after each extraction and after each row of comparisons: 0..1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Runs on the calling thread, so that times are those of one core.
 * @throws RangeError when there is no genuine or no impostor pair.
 */
export function evaluateFingerprints(
  prints: readonly LabelledPrint[],
  { onProgress }: EvaluationOptions = {},
): FingerprintEvaluation {
  const extractTimes: number[] = [];
  const templates = prints.map((print, i) => {
    const start = performance.now();
    const extraction = extract(print.image);
    extractTimes.push(performance.now() - start);
    onProgress?.((i + 1) / prints.length / 2);
    return extraction.outcome === 'extracted' ? extraction.template : null;
  });

  const start = performance.now();
  const { genuine, impostor, nearest } = comparePairs(prints, templates, (fraction) =>
    onProgress?.((1 + fraction) / 2),
  );
  const seconds = (performance.now() - start) / 1000;

  const { eer, fmr100, fmr1000, zeroFmr } = errorRates(genuine, impostor);
  const sizes = templates.filter((template) => template !== null).map((t) => packTemplate(t).length);
  return {
    images: prints.length,
    genuine: genuine.length,
    impostor: impostor.length,
    eer,
    fmr100,
    fmr1000,
    zeroFmr,
    failedToExtract: templates.filter((template) => template === null).length,
    extractMs: { median: quantile(extractTimes, 0.5), p95: quantile(extractTimes, 0.95) },
    comparisonsPerSecond: (genuine.length + impostor.length) / seconds,
    templateBytes: { median: quantile(sizes, 0.5), max: Math.max(0, ...sizes) },
    rank1: nearest.filter((hit, i) => hit.finger === prints[i].finger).length / prints.length,
    scores: { genuine, impostor },
  };
}

function comparePairs(
  prints: readonly LabelledPrint[],
  templates: readonly (FingerprintTemplate | null)[],
  onRow: (fraction: number) => void,
) {
  const genuine: number[] = [];
  const impostor: number[] = [];
  const nearest = prints.map(() => ({ score: 0, finger: '' }));
  for (const [i, probe] of templates.entries()) {
    for (let j = i + 1; j < templates.length; j++) {
      const candidate = templates[j];
      const score = probe && candidate ? matchFingerprints(probe, candidate) : 0;
      (prints[i].finger === prints[j].finger ? genuine : impostor).push(score);
      if (score > nearest[i].score) nearest[i] = { score, finger: prints[j].finger };
      if (score > nearest[j].score) nearest[j] = { score, finger: prints[i].finger };
    }
    onRow((i + 1) / prints.length);
  }
  return { genuine, impostor, nearest };
}
