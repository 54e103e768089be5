import type { Measures } from './measures.ts';
import type { RawMinutia } from './minutiae.ts';
import model from './quality-model.json' with { type: 'json' };

/*
 * How well a print will match others of its finger, from 0 to 100: our own scale, not NFIQ. A line through five measures,
 * fitted to the mean log score of real prints against their likes, each set about its own mean (training/fit-quality.ts).
 */

/** What quality-model.json holds, as training wrote it. */
export interface QualityModel {
  /** One a feature. */
  readonly weights: readonly number[];
  readonly bias: number;
}

/**
 * How many sure minutiae and how sure each is, how parallel the ridges run and how steadily they repeat, and whether all
 * run the same way, as they do far from the core.
 */
export function qualityFeatures({
  minutiae,
  measures: { flow, rhythm, straightness },
}: {
  readonly minutiae: readonly RawMinutia[];
  readonly measures: Pick<Measures, 'flow' | 'rhythm' | 'straightness'>;
}): readonly number[] {
  const sum = minutiae.reduce((all, { quality }) => all + quality, 0);
  return [Math.log1p(sum), sum / Math.max(1, minutiae.length), flow, rhythm, straightness];
}

export function rateQuality(features: readonly number[], { weights, bias }: QualityModel = model): number {
  const quality = features.reduce((sum, value, k) => sum + weights[k] * value, bias);
  return Math.round(Math.min(100, Math.max(0, quality)));
}
