import type { FingerprintEvaluation, LabelledPrint } from '#models/fingerprint/index.ts';

/** A folder of prints and what the engine made of it. */
export interface MeasuredFolder {
  /** As named on the command line. */
  readonly folder: string;
  readonly prints: readonly Pick<LabelledPrint, 'finger' | 'impression'>[];
  readonly unreadable: number;
  readonly evaluation: FingerprintEvaluation;
}

/** The figures of a folder as they are printed: no single scores, and `unreadable` only where there are any. */
export function figuresOf({ folder, unreadable, evaluation }: MeasuredFolder) {
  const { scores: _scores, comparisons: _comparisons, ...figures } = evaluation;
  return { folder, ...figures, ...(unreadable > 0 && { unreadable }) };
}
