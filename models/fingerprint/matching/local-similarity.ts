import { type MinutiaSet, mostCompared, neighbours } from './minutia-set.ts';

/*
 * First look: every minutia of the probe against every minutia of the candidate, by how many of their neighbours lie and
 * point alike. It needs no alignment, and the best pairs propose the alignments to try.
 */

const turn = 2 * Math.PI;
/** Largest differences of an edge that still count: pixels (a base and a share of its length) and radians. */
const distanceBase = 4;
const distanceShare = 0.05;
const bearingLimit = 0.3;
const headingLimit = 0.45;

const similarity = new Float32Array(mostCompared * mostCompared);

/** Similarity of all pairs, row by probe minutia, `mostCompared` a row. The array is reused by the next call. */
export function compareNeighbourhoods(probe: MinutiaSet, candidate: MinutiaSet): Float32Array {
  for (let i = 0; i < probe.count; i++)
    for (let j = 0; j < candidate.count; j++)
      similarity[i * mostCompared + j] = comparePair(probe, i, candidate, j);
  return similarity;
}

function comparePair(probe: MinutiaSet, i: number, candidate: MinutiaSet, j: number): number {
  const endP = (i + 1) * neighbours;
  const endC = (j + 1) * neighbours;
  let first = j * neighbours;
  let sum = 0;
  for (let p = i * neighbours; p < endP; p++) {
    const distance = probe.distance[p];
    if (distance === 0) break;
    const limit = distanceBase + distanceShare * distance;
    while (first < endC && candidate.distance[first] < distance - limit && candidate.distance[first] !== 0)
      first++;
    let best = 0;
    for (let c = first; c < endC; c++) {
      const far = candidate.distance[c];
      if (far === 0 || far > distance + limit) break;
      let bearing = Math.abs(probe.bearing[p] - candidate.bearing[c]);
      if (bearing > Math.PI) bearing = turn - bearing;
      if (bearing > bearingLimit) continue;
      let heading = Math.abs(probe.heading[p] - candidate.heading[c]);
      if (heading > Math.PI) heading = turn - heading;
      if (heading > headingLimit) continue;
      const likeness =
        (1 - Math.abs(far - distance) / limit) * (1 - bearing / bearingLimit) * (1 - heading / headingLimit);
      if (likeness > best) best = likeness;
    }
    if (best > 0) sum += 0.3 + 0.7 * best;
  }
  return sum;
}
