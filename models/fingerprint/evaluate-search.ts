import { openProbe } from './matching/match.ts';
import { type MinutiaSet, minutiaSet, mostCompared } from './matching/minutia-set.ts';
import { createBlock, slotsPerBlock, viewBlock } from './search/block.ts';
import { tabulateProbe } from './search/probe-table.ts';
import { rateBlock } from './search/rating.ts';
import { writeSlot } from './search/slot.ts';

import type { FingerprintTemplate } from './types.ts';

/*
 * What the first stage of a search loses on real prints. Each print is a probe of every other of its finger, among all
 * prints of other fingers. Lost is a pair where comparing everybody puts the right print first, but so many strangers are
 * rated above it that it is not compared. Strangers come from all sets: at a counter they would be of one sensor.
 */

export interface SearchSet {
  /** Sets of one family show the same fingers under the same names. */
  readonly family: string;
  readonly prints: readonly { readonly finger: string; readonly template: FingerprintTemplate }[];
}

export interface SearchEvaluation {
  readonly prints: number;
  /** Pairs of a probe and another print of its finger, of one set. */
  readonly pairs: number;
  /** Shares of the pairs, 0..1: right one first when everybody is compared. */
  readonly foundFirst: number;
  /** Found first so, but lost when only the best rated share (0..1) of the gallery is compared. */
  readonly lost: readonly { readonly compared: number; readonly rate: number }[];
}

const shares = [0.01, 0.02, 0.03, 0.05];

interface Entry {
  readonly set: SearchSet;
  readonly finger: string;
  readonly minutiae: MinutiaSet;
}

/**
 * @param onProgress told the share of the probes that are done.
 * @throws RangeError when no finger has two prints.
 */
export function evaluateSearch(
  sets: readonly SearchSet[],
  onProgress: (fraction: number) => void = () => {},
): SearchEvaluation {
  const prints = sets.flatMap((set) => set.prints.map((print) => ({ set, ...print })));
  const entries = prints.map(({ set, finger, template }) => ({
    set,
    finger,
    minutiae: minutiaSet(template),
  }));
  const rate = openRating(prints.map(({ template }) => template));
  const found = entries.flatMap((probe, at) => {
    onProgress((at + 1) / entries.length);
    return strangersAbove(probe, at, entries, rate(probe.minutiae));
  });
  if (found.length === 0) throw new RangeError('no finger has two prints');
  const share = (count: number) => count / found.length;
  return {
    prints: prints.length,
    pairs: found.length,
    foundFirst: share(found.filter((above) => above !== null).length),
    lost: shares.map((compared) => ({
      compared,
      rate: share(found.filter((above) => above !== null && above >= compared).length),
    })),
  };
}

/** Of each other print of the probe's finger the share of strangers rated above it; null when it is not found first. */
function strangersAbove(
  probe: Entry,
  at: number,
  entries: readonly Entry[],
  ratings: ArrayLike<number>,
): (number | null)[] {
  const { compare } = openProbe(probe.minutiae);
  const sameFinger = ({ set, finger }: Entry) => set.family === probe.set.family && finger === probe.finger;
  const places = [...entries.keys()];
  const strangers = places.filter((place) => !sameFinger(entries[place]));
  const mates = places.filter(
    (place) => place !== at && entries[place].set === probe.set && sameFinger(entries[place]),
  );
  const best = Math.max(...strangers.map((place) => compare(entries[place].minutiae)));
  return mates.map((mate) => {
    if (compare(entries[mate].minutiae) <= best) return null;
    return strangers.filter((place) => ratings[place] > ratings[mate]).length / strangers.length;
  });
}

/** Rates all templates, in their order. */
function openRating(templates: readonly FingerprintTemplate[]): (probe: MinutiaSet) => number[] {
  const blocks = Array.from({ length: Math.ceil(templates.length / slotsPerBlock) }, () =>
    viewBlock(createBlock(mostCompared)),
  );
  for (const [at, template] of templates.entries())
    writeSlot(blocks[Math.floor(at / slotsPerBlock)], at % slotsPerBlock, template);
  return (probe) => {
    const table = tabulateProbe(probe);
    return blocks.flatMap((block) => [...rateBlock(table, block)]);
  };
}
