import { errorVersusDiscard, mean } from '../../../evaluation/index.ts';
import type { QualityPhoto } from '../observe-quality.ts';
import { type QualityModel, qualityOf } from '../quality.ts';
import { exampleOf, thresholdAmong } from './example.ts';
import { fitQuality } from './fit-quality.ts';

export type FaceQualityTraining =
  | {
      readonly outcome: 'trained';
      /** What quality-model.json holds. */
      readonly model: QualityModel;
      readonly photos: number;
      readonly genuine: number;
      /** Cosine that one pair of strangers in a thousand exceeds. */
      readonly threshold: number;
      /** Misses without the worst photos, by models that have not seen the people; and by stability alone. */
      readonly heldOut: readonly {
        readonly discarded: number;
        readonly falseNonMatchRate: number;
        readonly byStability: number;
      }[];
    }
  | { readonly outcome: 'too-few-photos' };

const falseMatchRate = 1e-3;
const shares = [0, 0.02, 0.05, 0.1, 0.2];
/** Fewer genuine pairs in a half teach nothing. */
const leastPairs = 20;
/** Halvings of the people; one alone is a matter of luck. */
const halvings = 20;

/**
 * Learns face quality from photos of people with several. To tell how well it predicts, the people are halved over and
 * over: each half is judged by what the other taught, and the rates are means over the halvings.
 */
export function trainFaceQuality(photos: readonly QualityPhoto[]): FaceQualityTraining {
  const all = exampleOf(photos);
  const people = [...new Set(photos.map(({ person }) => person))].sort();
  const threshold = thresholdAmong(photos, falseMatchRate);
  const rates: { readonly learned: readonly number[]; readonly stable: readonly number[] }[] = [];
  for (let seed = 1; seed <= halvings; seed++) {
    const taught = new Set(shuffled(people, seed).slice(0, people.length >> 1));
    for (const half of [true, false]) {
      const teaching = exampleOf(photos.filter(({ person }) => taught.has(person) === half));
      const judged = exampleOf(photos.filter(({ person }) => taught.has(person) !== half));
      if (teaching.genuine.length < leastPairs || judged.genuine.length < leastPairs)
        return { outcome: 'too-few-photos' };
      const model = fitQuality(teaching, threshold);
      const discard = (quality: (photo: QualityPhoto) => number) =>
        errorVersusDiscard(judged.genuine, judged.photos.map(quality), threshold, shares);
      rates.push({
        learned: discard(({ quality }) => qualityOf(quality.measures, model).score),
        stable: discard(({ quality }) => quality.measures.stability ?? 0),
      });
    }
  }
  return {
    outcome: 'trained',
    model: fitQuality(all, threshold),
    photos: photos.length,
    genuine: all.genuine.length,
    threshold,
    heldOut: shares.map((discarded, i) => ({
      discarded,
      falseNonMatchRate: mean(rates.map(({ learned }) => learned[i])),
      byStability: mean(rates.map(({ stable }) => stable[i])),
    })),
  };
}

/** Fisher and Yates's shuffle by a small congruential generator, so that a training can be repeated. */
function shuffled(people: readonly string[], seed: number): string[] {
  const order = [...people];
  let state = seed;
  for (let at = order.length - 1; at > 0; at--) {
    state = (state * 16807) % 2147483647;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}
