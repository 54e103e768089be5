import { compare } from '../matching/comparison.ts';
import { tabulate } from '../matching/edge-table.ts';
import { minutiaSet } from '../matching/minutia-set.ts';
import type { Look, ScoreModel } from '../matching/score-model.ts';
import type { FingerprintTemplate } from '../types.ts';

/* Every pair of prints of a set looked at to the end, whatever the looks say. */

export interface TrainingSet {
  readonly name: string;
  /** Sets of one family show the same fingers, so what one teaches is no fair test of another. */
  readonly family: string;
  readonly prints: readonly { readonly finger: string; readonly template: FingerprintTemplate }[];
}

export interface Observation {
  /** Name of the set. */
  readonly set: string;
  readonly genuine: boolean;
  /** By look; null where the prints could not be aligned. */
  readonly features: Readonly<Record<Look, readonly number[]>> | null;
}

/** All pairs of each set, each once. Prints of different sets are not compared: sensors do not mix at one counter. */
export function observe(sets: readonly TrainingSet[]): Observation[] {
  return sets.flatMap(observeSet);
}

function observeSet({ name, prints }: TrainingSet): Observation[] {
  const ready = prints.map(({ finger, template }) => ({ finger, prepared: minutiaSet(template) }));
  return ready.flatMap((probe, i) => {
    const table = tabulate(probe.prepared.edges);
    return ready.slice(i + 1).map((candidate): Observation => {
      const seen: Partial<Record<Look, readonly number[]>> = {};
      compare(probe.prepared, table, candidate.prepared, observer, (look, features) => {
        seen[look] = features;
      });
      const { proposed, paired, unbent } = seen;
      return {
        set: name,
        genuine: probe.finger === candidate.finger,
        features: proposed && paired && unbent ? { proposed, paired, unbent } : null,
      };
    });
  });
}

/**
 * Never stops, and of several alignments prefers that with most in common; the model in use would do too, but so training
 * depends on nothing but the prints.
 */
const observer: ScoreModel = {
  proposed: { bias: 0, weights: [], lookCloser: null },
  paired: { bias: 0, weights: [], lookCloser: null },
  unbent: { bias: 0, weights: [0, 0, 1, 1, 5], lookCloser: null },
};
