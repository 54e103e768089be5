import { errorVersusDiscard } from '../../evaluation/index.ts';
import type { QualityModel } from '../extraction/quality.ts';
import { fitQuality, heldOutQuality } from './fit-quality.ts';
import { observeQuality, type QualitySet } from './observe-quality.ts';

export type QualityTraining =
  | {
      readonly outcome: 'trained';
      /** What extraction/quality-model.json holds. */
      readonly model: QualityModel;
      readonly prints: number;
      readonly genuine: number;
      /** Misses without the worst prints, by models that have not seen the family of a print. */
      readonly heldOut: readonly { readonly discarded: number; readonly falseNonMatchRate: number }[];
    }
  | { readonly outcome: 'too-few-prints'; readonly family: string };

/** Decibels at which misses are counted: one false match in a thousand. */
const threshold = 30;
const shares = [0, 0.02, 0.05, 0.1, 0.2];
/** Fewer prints beyond a family say nothing of it. */
const leastPrints = 20;

/** Learns print quality from labelled sets with the matcher as it is, and tells how well it predicts on unseen sets. */
export function trainQuality(sets: readonly QualitySet[]): QualityTraining {
  const { examples, genuine } = observeQuality(sets);
  for (const { family } of sets)
    if (examples.filter((one) => one.family !== family).length < leastPrints)
      return { outcome: 'too-few-prints', family };
  const rates = errorVersusDiscard(genuine, heldOutQuality(examples), threshold, shares);
  return {
    outcome: 'trained',
    model: fitQuality(examples),
    prints: examples.length,
    genuine: genuine.length,
    heldOut: shares.map((discarded, i) => ({ discarded, falseNonMatchRate: rates[i] })),
  };
}
