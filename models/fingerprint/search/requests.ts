import { openProbe } from '../matching/match.ts';
import { type MinutiaSet, minutiaSet } from '../matching/minutia-set.ts';
import { unpackTemplate } from '../template/packed.ts';
import { type FingerBlock, slotsPerBlock, viewBlock } from './block.ts';
import { type ProbeTable, tabulateProbe } from './probe-table.ts';
import { rateBlock } from './rating.ts';
import { slotSet } from './slot-set.ts';

/* What a search asks of its workers, and the answers. Requests stand by themselves: a new worker can take any. */

export interface PackedProbe {
  /** Another number, another search. */
  readonly search: number;
  readonly template: Uint8Array;
}

/** Rate all slots of the blocks. */
export interface RateRequest {
  readonly kind: 'rate';
  readonly probe: PackedProbe;
  readonly blocks: readonly FingerBlock[];
}

/** Compare with some fingers: slot s of block b is b · slotsPerBlock + s. */
export interface CompareRequest {
  readonly kind: 'compare';
  readonly probe: PackedProbe;
  readonly blocks: readonly FingerBlock[];
  readonly fingers: Uint32Array;
}

/** One rating for each slot, block after block; 0 for an empty one. */
export function answerRate({ probe, blocks }: RateRequest): Uint16Array {
  const { table } = ready(probe);
  const ratings = new Uint16Array(blocks.length * slotsPerBlock);
  for (const [b, block] of blocks.entries())
    ratings.set(rateBlock(table, viewBlock(block)), b * slotsPerBlock);
  return ratings;
}

/** Decibels for each finger; 0 when its slot is empty by now. */
export function answerCompare({ probe, blocks, fingers }: CompareRequest): Float32Array {
  const opened = openProbe(ready(probe).set);
  const views = blocks.map(viewBlock);
  return Float32Array.from(fingers, (finger) => {
    const candidate = slotSet(views[Math.floor(finger / slotsPerBlock)], finger % slotsPerBlock);
    return candidate ? opened.compare(candidate) : 0;
  });
}

interface ReadyProbe {
  readonly search: number;
  readonly set: MinutiaSet;
  readonly table: ProbeTable;
}

/** Of the search that this thread worked for last. */
let lastProbe: ReadyProbe | null = null;

function ready({ search, template }: PackedProbe): ReadyProbe {
  if (lastProbe?.search === search) return lastProbe;
  const unpacked = unpackTemplate(template);
  if (!unpacked) throw new TypeError('the probe is no packed template');
  const set = minutiaSet(unpacked);
  lastProbe = { search, set, table: tabulateProbe(set) };
  return lastProbe;
}
