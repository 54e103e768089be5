import { bearingLimit, cellOf, distanceLimit, type EdgeTable, headingLimit } from './edge-table.ts';
import type { EdgeList } from './edges.ts';
import { mostCompared } from './minutia-set.ts';

/*
 * First look: every edge of the candidate finds its likes in the probe, and each find is a vote that the owners of both
 * edges are the same minutia. It needs no alignment, and the pairs with most votes propose the alignments to try. This
 * is where a search spends its time, so all arithmetic is in tables: 0 means unlike.
 */

/** A vote is worth at least this much, and 1 when the edges are the same. */
const leastVote = 0.3;

/** By difference, in 256ths of a turn around the circle. */
const bearingLikeness = Float64Array.from({ length: 256 }, (_, unit) => fade(unit, bearingLimit));
const headingLikeness = Float64Array.from({ length: 256 }, (_, unit) => fade(unit, headingLimit));
/** By the probe's length · 256 + the candidate's, what is added to the least vote. */
const distanceLikeness = Float64Array.from({ length: 256 * 256 }, (_, lengths) => {
  const length = lengths >> 8;
  const limit = distanceLimit(length) + 1;
  return (1 - leastVote) * Math.max(0, 1 - Math.abs(length - (lengths & 255)) / limit);
});

function fade(unit: number, limit: number): number {
  return Math.max(0, 1 - Math.min(unit, 256 - unit) / (limit + 1));
}

export interface Votes {
  /** Pairs that have any vote, as probe · 256 + candidate. */
  count: number;
  readonly pairs: Uint16Array;
  /** Votes by probe · mostCompared + candidate, 0 for all other pairs. */
  readonly sums: Float64Array;
}

export function noVotes(): Votes {
  return {
    count: 0,
    pairs: new Uint16Array(mostCompared * mostCompared),
    sums: new Float64Array(mostCompared * mostCompared),
  };
}

/** Place of a pair's votes in the sums. */
export function indexOf(pair: number): number {
  return (pair >> 8) * mostCompared + (pair & 255);
}

/** Counts the votes anew. */
export function countVotes({ starts, entries }: EdgeTable, candidate: EdgeList, votes: Votes): void {
  const { pairs, sums } = votes;
  for (let k = 0; k < votes.count; k++) sums[indexOf(pairs[k])] = 0;
  let count = 0;
  for (let c = 0; c < candidate.count; c++) {
    const distance = candidate.distance[c];
    const bearing = candidate.bearing[c];
    const heading = candidate.heading[c];
    const owner = candidate.owner[c];
    const cell = cellOf(distance, bearing, heading);
    const end = starts[cell + 1];
    for (let at = starts[cell]; at < end; at++) {
      const entry = entries[at];
      const likeness =
        headingLikeness[(entry - heading) & 255] *
        bearingLikeness[((entry >> 8) - bearing) & 255] *
        distanceLikeness[((entry >> 8) & 0xff00) | distance];
      if (likeness === 0) continue;
      const probe = entry >>> 24;
      const pair = probe * mostCompared + owner;
      const sum = sums[pair];
      if (sum === 0) pairs[count++] = (probe << 8) | owner;
      sums[pair] = sum + leastVote + likeness;
    }
  }
  votes.count = count;
}
