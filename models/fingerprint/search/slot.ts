import { listEdges } from '../matching/edges.ts';
import { mostCompared } from '../matching/minutia-set.ts';
import { angleUnits, positionUnits, qualityUnits } from '../template/units.ts';
import type { FingerprintTemplate } from '../types.ts';
import {
  type BlockView,
  countMask,
  edgesPerMinutia,
  listed,
  qualityShift,
  restAt,
  rowAt,
  slotAt,
} from './block.ts';
import { packEdge } from './edge-cells.ts';

/*
 * Writing a finger into its slot. Only the minutiae are written at once; their edges, which take longer, are listed by
 * the first worker that needs them. Two may do so at the same time: they write the same.
 */

/** Writes the minutiae that the matcher compares. The slot must be empty and have room for them. */
export function writeSlot(view: BlockView, slot: number, { minutiae, quality }: FingerprintTemplate): void {
  const at = slotAt(view.capacity, slot);
  const kept = minutiae.slice(0, mostCompared).sort((a, b) => a.x - b.x);
  for (const [i, minutia] of kept.entries()) {
    view.words[at.x + i] = positionUnits.pack(minutia.x);
    view.words[at.y + i] = positionUnits.pack(minutia.y);
    view.bytes[at.angle + i] = angleUnits.pack(minutia.angle);
    view.bytes[at.marks + i] = (minutia.kind === 'bifurcation' ? 32 : 0) | qualityUnits.pack(minutia.quality);
  }
  Atomics.store(view.states, slot, (Math.round(quality) << qualityShift) | kept.length);
}

/** Overwrites with zeros: a removed finger does not linger in memory. */
export function clearSlot(view: BlockView, slot: number): void {
  const { capacity, states, bytes } = view;
  Atomics.store(states, slot, 0);
  bytes.fill(0, rowAt(capacity, slot), rowAt(capacity, slot + 1));
  bytes.fill(0, restAt(capacity, slot), restAt(capacity, slot + 1));
}

/** Its minutiae, 0 when the slot is empty; what the slot lacks for being searched is made. */
export function readySlot(view: BlockView, slot: number): number {
  const state = Atomics.load(view.states, slot);
  const count = Math.min(state & countMask, view.capacity);
  if (count === 0 || state & listed) return count;
  writeEdges(view, slot, count);
  // Not when it was cleared meanwhile.
  Atomics.compareExchange(view.states, slot, state, state | listed);
  return count;
}

function writeEdges(view: BlockView, slot: number, count: number): void {
  const at = slotAt(view.capacity, slot);
  const { owner, distance, bearing, heading, ...edges } = listEdges(pointsOf(view, slot, count));
  const next = new Uint8Array(count);
  for (let e = 0; e < edges.count; e++) {
    const k = next[owner[e]]++;
    if (k >= edgesPerMinutia) continue;
    const { cell, rest } = packEdge({ distance: distance[e], bearing: bearing[e], heading: heading[e] });
    view.words[at.cells + owner[e] * edgesPerMinutia + k] = cell;
    view.bytes[at.rest + owner[e] * edgesPerMinutia + k] = rest;
  }
}

/** The minutiae in pixels, y up. */
export function pointsOf(view: BlockView, slot: number, count: number) {
  const at = slotAt(view.capacity, slot);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    x[i] = positionUnits.unpack(view.words[at.x + i]);
    y[i] = -positionUnits.unpack(view.words[at.y + i]);
  }
  return { count, x, y, angle: view.bytes.slice(at.angle, at.angle + count) };
}
