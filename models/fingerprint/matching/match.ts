import type { FingerprintTemplate } from '../types.ts';
import { calibrate } from './calibration.ts';
import { compare } from './comparison.ts';
import { tabulate } from './edge-table.ts';
import { type MinutiaSet, minutiaSet } from './minutia-set.ts';
import { scoreModel } from './score-model.ts';

/**
 * How alike two prints are, 0 or more, in decibels: two different fingers reach s or more at a rate near 10^(−s/10),
 * as far as that was measured (calibration.ts). Templates of another engine version score 0.
 */
export function matchFingerprints(probe: FingerprintTemplate, candidate: FingerprintTemplate): number {
  if (probe.engine !== candidate.engine) return 0;
  return openProbe(minutiaSet(probe)).compare(minutiaSet(candidate));
}

export interface Probe {
  /** As of `matchFingerprints`. */
  compare(candidate: MinutiaSet): number;
}

const probes = new WeakMap<MinutiaSet, Probe>();

/** A print ready to be compared with many: a tenth of a millisecond of preparation, done once for each. */
export function openProbe(probe: MinutiaSet): Probe {
  const known = probes.get(probe);
  if (known) return known;
  const table = tabulate(probe.edges);
  const opened = {
    compare: (candidate: MinutiaSet) => calibrate(compare(probe, table, candidate, scoreModel)),
  };
  probes.set(probe, opened);
  return opened;
}
