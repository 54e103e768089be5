import { compare } from '../matching/comparison.ts';
import { tabulate } from '../matching/edge-table.ts';
import { type MinutiaSet, minutiaSet } from '../matching/minutia-set.ts';
import { type Look, type ScoreModel, scoreModel } from '../matching/score-model.ts';
import type { FingerprintTemplate } from '../types.ts';

/*
 * Every pair of prints looked at to the end, whatever the looks say. Sets that show the same fingers form one family:
 * pairs across its sets are left out, all other pairs across sets are strangers like those within a set.
 */

export interface TrainingSet {
  readonly name: string;
  /** Sets of one family share fingers. */
  readonly family: string;
  readonly prints: readonly { readonly finger: string; readonly template: FingerprintTemplate }[];
}

export interface Observation {
  readonly genuine: boolean;
  /** Names of the sets of both prints. */
  readonly sets: readonly [string, string];
  readonly features: Readonly<Record<Look, Float64Array>> | null;
}

interface Print {
  readonly set: TrainingSet;
  readonly finger: string;
  readonly prepared: MinutiaSet;
}

/** All comparable pairs, each once; without features where the prints could not be aligned. */
export function observe(
  sets: readonly TrainingSet[],
  onProgress: (fraction: number) => void = () => {},
): Observation[] {
  const prints = sets.flatMap((set) =>
    set.prints.map(({ finger, template }): Print => ({ set, finger, prepared: minutiaSet(template) })),
  );
  const model = neverStopping(scoreModel);
  const observations: Observation[] = [];
  for (const [i, probe] of prints.entries()) {
    const table = tabulate(probe.prepared.edges);
    for (const candidate of prints.slice(i + 1)) {
      const within = probe.set === candidate.set;
      if (!within && probe.set.family === candidate.set.family) continue;
      const features: Record<string, Float64Array> = {};
      compare(probe.prepared, table, candidate.prepared, model, (look, measured) => {
        features[look] = Float64Array.from(measured);
      });
      const { proposed, paired, unbent } = features;
      observations.push({
        genuine: within && probe.finger === candidate.finger,
        sets: [probe.set.name, candidate.set.name],
        features: unbent ? { proposed, paired, unbent } : null,
      });
    }
    onProgress((i + 1) / prints.length);
  }
  return observations;
}

function neverStopping(model: ScoreModel): ScoreModel {
  const { proposed, paired, unbent } = model;
  const open = (look: (typeof model)[Look]) => ({ ...look, lookCloser: null });
  return { proposed: open(proposed), paired: open(paired), unbent: open(unbent) };
}
