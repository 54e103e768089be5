import { readFileSync } from 'node:fs';
import { mostCompared } from '../matching/minutia-set.ts';
import { type BlockView, rowAt, rowBytesPerMinutia, slotsPerBlock } from './block.ts';
import { cells } from './edge-cells.ts';
import { anglesApart, type ProbeTable, weights } from './probe-table.ts';
import { readySlot } from './slot.ts';

/*
 * The first stage of a search: a rating of every finger, in under a microsecond each. What is rated is said in
 * plain-rating.ts; it is computed by a WebAssembly kernel (kernels/assembly/rating.ts), which has a memory of its own:
 * the probe's table is copied there once a search, the fingers' rows a few at a time.
 */

const { exports } = new WebAssembly.Instance(
  new WebAssembly.Module(readFileSync(new URL('../kernels/rating.wasm', import.meta.url))),
);
const slotsAtOnce = 32;

const memory = memoryOf(exports['memory']);
const starts = new Uint16Array(memory, address('starts'), cells + 1);
const entries = new Uint8Array(memory, address('entries'), 0xffff);
const moves = new Int32Array(memory, address('moves'), mostCompared * anglesApart);
const counts = new Uint8Array(memory, address('counts'), slotsAtOnce);
const rows = new Uint8Array(memory, address('rows'), slotsAtOnce * mostCompared * rowBytesPerMinutia);
const rated = new Uint16Array(memory, address('ratings'), slotsAtOnce);
new Uint8Array(memory, address('weights'), weights.length).set(weights);

/** The table that lies in the kernel's memory. */
let current: ProbeTable | null = null;

/** Rates the fingers of a block: for each slot 1 to 65,535, or 0 when it is empty. */
export function rateBlock(table: ProbeTable, view: BlockView): Uint16Array {
  if (current !== table) putTable(table);
  const ratings = new Uint16Array(slotsPerBlock);
  for (let first = 0; first < slotsPerBlock; first += slotsAtOnce) {
    for (let slot = 0; slot < slotsAtOnce; slot++) counts[slot] = readySlot(view, first + slot);
    rows.set(view.bytes.subarray(rowAt(view.capacity, first), rowAt(view.capacity, first + slotsAtOnce)));
    run(slotsAtOnce, view.capacity);
    ratings.set(rated, first);
  }
  return ratings;
}

function putTable(table: ProbeTable): void {
  starts.set(table.starts);
  entries.set(table.entries);
  moves.set(table.moves);
  current = table;
}

function run(slots: number, capacity: number): void {
  const { rate } = exports;
  if (typeof rate !== 'function') throw new Error('rating.wasm has no kernel');
  rate(slots, capacity);
}

function address(name: string): number {
  const found = exports[name];
  if (!(found instanceof WebAssembly.Global)) throw new Error(`rating.wasm has no ${name}`);
  return found.value;
}

function memoryOf(found: unknown): ArrayBuffer {
  if (!(found instanceof WebAssembly.Memory)) throw new Error('rating.wasm has no memory');
  return found.buffer;
}
