import { type EdgeIndex, sectorOf, sectors } from './edge-index.ts';
import { type MinutiaSet, mostCompared } from './minutia-set.ts';

/*
 * First look: every edge of the probe finds its likes in the candidate, and each find is a vote that the owners of both
 * edges are the same minutia. It needs no alignment, and the pairs with most votes propose the alignments to try.
 */

const turn = 2 * Math.PI;
/** Largest differences of an edge that still count: pixels (a base and a share of its length) and radians. */
const distanceBase = 4;
const distanceShare = 0.05;
const bearingLimit = 0.3;
const headingLimit = 0.45;
/** A vote is worth at least this much, and 1 when the edges are the same. */
const leastVote = 0.3;

const votes = new Float32Array(mostCompared * mostCompared);

/** Votes for all pairs, row by probe minutia, `mostCompared` a row. The array is reused by the next call. */
export function compareNeighbourhoods(probe: MinutiaSet, candidate: MinutiaSet): Float32Array {
  for (let i = 0; i < probe.count; i++) votes.fill(0, i * mostCompared, i * mostCompared + candidate.count);
  const { edges } = probe;
  for (let p = 0; p < edges.count; p++) {
    const row = edges.owner[p] * mostCompared;
    const bearing = edges.bearing[p];
    // The limit is narrower than a sector, so likes lie in the edge's own sector or the nearer of its neighbours.
    const own = sectorOf(bearing);
    const other = sectorOf(wrapped(bearing + (isUpperHalf(bearing, own) ? bearingLimit : -bearingLimit)));
    voteInSector(edges, p, candidate.edges, own, row);
    if (other !== own) voteInSector(edges, p, candidate.edges, other, row);
  }
  return votes;
}

function wrapped(bearing: number): number {
  if (bearing >= Math.PI) return bearing - turn;
  return bearing < -Math.PI ? bearing + turn : bearing;
}

function isUpperHalf(bearing: number, sector: number): boolean {
  return bearing + Math.PI > ((sector + 0.5) * turn) / sectors;
}

function voteInSector(probe: EdgeIndex, p: number, candidate: EdgeIndex, sector: number, row: number): void {
  const distance = probe.distance[p];
  const limit = distanceBase + distanceShare * distance;
  const end = candidate.starts[sector + 1];
  for (let c = firstLonger(candidate, sector, distance - limit); c < end; c++) {
    const difference = candidate.distance[c] - distance;
    if (difference > limit) return;
    let bearing = Math.abs(probe.bearing[p] - candidate.bearing[c]);
    if (bearing > Math.PI) bearing = turn - bearing;
    if (bearing > bearingLimit) continue;
    let heading = Math.abs(probe.heading[p] - candidate.heading[c]);
    if (heading > Math.PI) heading = turn - heading;
    if (heading > headingLimit) continue;
    const likeness =
      (1 - Math.abs(difference) / limit) * (1 - bearing / bearingLimit) * (1 - heading / headingLimit);
    votes[row + candidate.owner[c]] += leastVote + (1 - leastVote) * likeness;
  }
}

/** First edge of a sector that is longer than the given length. */
function firstLonger(edges: EdgeIndex, sector: number, length: number): number {
  let low = edges.starts[sector];
  let high = edges.starts[sector + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges.distance[middle] <= length) low = middle + 1;
    else high = middle;
  }
  return low;
}
