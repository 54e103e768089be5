import { type Coverage, coverageOf } from '../matching/coverage.ts';
import type { EdgeList } from '../matching/edges.ts';
import { columnsOf, type MinutiaSet } from '../matching/minutia-set.ts';
import { qualityUnits } from '../template/units.ts';
import { type BlockView, edgesPerMinutia, qualityShift, slotAt } from './block.ts';
import { unpackEdge } from './edge-cells.ts';
import { pointsOf, readySlot } from './slot.ts';

const mostQuality = 100;

/** A finger made ready for the matcher straight from its slot, as `minutiaSet` of its template; null when empty. */
export function slotSet(view: BlockView, slot: number): MinutiaSet | null {
  const count = readySlot(view, slot);
  if (count === 0) return null;
  const at = slotAt(view.capacity, slot);
  const points = pointsOf(view, slot, count);
  const marks = view.bytes.subarray(at.marks, at.marks + count);
  let coverage: Coverage | undefined;
  const set = {
    ...points,
    quality: Float32Array.from(marks, (mark) => qualityUnits.unpack(mark & 31)),
    fork: marks.map((mark) => mark >> 5),
    printQuality: (view.states[slot] >> qualityShift) / mostQuality,
    columns: columnsOf(points.x),
    edges: edgesOf(view, slot, count),
    // Most candidates are told apart before anybody asks.
    get coverage() {
      coverage ??= coverageOf(points.x, points.y);
      return coverage;
    },
  };
  return set;
}

function edgesOf(view: BlockView, slot: number, count: number): EdgeList {
  const at = slotAt(view.capacity, slot);
  const places = count * edgesPerMinutia;
  const list = {
    count: 0,
    owner: new Uint8Array(places),
    distance: new Uint8Array(places),
    bearing: new Uint8Array(places),
    heading: new Uint8Array(places),
  };
  for (let k = 0; k < places; k++) {
    const cell = view.words[at.cells + k];
    const rest = view.bytes[at.rest + k];
    if (cell === 0 && rest === 0) continue;
    const { distance, bearing, heading } = unpackEdge(cell, rest);
    const e = list.count++;
    list.owner[e] = Math.floor(k / edgesPerMinutia);
    list.distance[e] = distance;
    list.bearing[e] = bearing;
    list.heading[e] = heading;
  }
  return list;
}
