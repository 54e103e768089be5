/*
 * Several scores of one person, such as of fingers, as one score in decibels that keeps the promise of a single one:
 * strangers reach s or more at a rate of at most 10^(−s/10).
 *
 * A stranger's score s promises P(s ≥ x) = 10^(−x/10), so s · ln 10 / 10 is an exponential variable of mean 1 (one that
 * stays below the promise only makes the result safer). Two tests of "all of these are strangers":
 *
 * - Together (Fisher 1925): the sum t of n independent such variables is Gamma distributed, so
 *   P(sum ≥ t) = e^(−t) · Σ t^k / k! for k below n. Many fair fingers are strong by this; but nine bad fingers drown a
 *   good one.
 * - The best alone (Bonferroni): P(any of n ≥ x) ≤ n · 10^(−x/10). One good finger is enough by this.
 *
 * Whichever is surer counts, and having had two chances costs a factor of two, 3 dB.
 *
 * What was not compared is left out; what was compared and is unlike counts against. Prints of one hand are pressed and
 * smudged together, but that ties only genuine scores: it raises the miss rate, not the false match rate. Strangers'
 * scores are tied where a person's prints are all rich in minutiae or of a common pattern; see README.md for how far the
 * promise was kept on real hands.
 */

const decibelsPerNat = 10 / Math.LN10;
const twoTests = 10 * Math.log10(2);

export interface FuseOptions {
  /**
   * How many comparisons each score is the best of, such as 2 where left and right may be mixed up: the best of m
   * strangers is worth 10·log10(m) less. 1 unless told.
   */
  readonly choices?: number;
}

/**
 * One score of all that were compared, alike or not. Decibels, 0 or more, in and out; 0 for none, the score itself for
 * one.
 */
export function fuseScores(decibels: readonly number[], { choices = 1 }: FuseOptions = {}): number {
  const scores = decibels.map((score) => Math.max(0, score - 10 * Math.log10(choices)));
  if (scores.length < 2) return scores[0] ?? 0;
  const best = Math.max(...scores) - 10 * Math.log10(scores.length);
  return Math.max(0, Math.max(best, jointDecibels(scores)) - twoTests);
}

/** Fisher's test alone: exact for independent scores. Decibels, 0 or more, in and out. */
export function jointDecibels(decibels: readonly number[]): number {
  const sum = decibels.reduce((total, score) => total + score, 0);
  const t = sum / decibelsPerNat;
  let term = 1;
  let terms = 1;
  for (let k = 1; k < decibels.length; k++) {
    term *= t / k;
    terms += term;
  }
  return Math.max(0, sum - 10 * Math.log10(terms));
}
