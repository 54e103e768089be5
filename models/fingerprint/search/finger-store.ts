import { mostCompared } from '../matching/minutia-set.ts';
import type { FingerprintTemplate } from '../types.ts';
import { type BlockView, createBlock, type FingerBlock, slotsPerBlock, viewBlock } from './block.ts';
import { clearSlot, writeSlot } from './slot.ts';

/*
 * Which slot holds whose finger. A finger never moves, so a search that is under way cannot miss it; the slot of a
 * removed one is cleared at once but used again only when no search is under way that may still speak of it.
 */

/** Slots are made for multiples of this many minutiae. */
const step = 8;

export interface FingerStore {
  /** Number of fingers. */
  readonly size: number;
  readonly blocks: readonly FingerBlock[];
  /** A finger's number, from then on until it is removed: block · slotsPerBlock + slot. */
  add(personId: string, template: FingerprintTemplate): void;
  remove(personId: string): void;
  /** Whose finger that is, null when it was removed. */
  ownerOf(finger: number): string | null;
  /** All fingers there are. */
  fingers(): number[];
  /** Keeps the slots of removed fingers from new use until the returned function is called. */
  hold(): () => void;
}

export function createFingerStore(): FingerStore {
  const blocks: FingerBlock[] = [];
  const views: BlockView[] = [];
  const owners: (string | null)[] = [];
  const fingersOf = new Map<string, number[]>();
  /** Empty slots by capacity, the lowest last. */
  const free = new Map<number, number[]>();
  let removed: number[] = [];
  let holders = 0;
  let size = 0;

  function takeSlot(capacity: number): number {
    const slots = free.get(capacity) ?? [];
    if (slots.length === 0) {
      const first = blocks.length * slotsPerBlock;
      const block = createBlock(capacity);
      blocks.push(block);
      views.push(viewBlock(block));
      for (let slot = slotsPerBlock - 1; slot >= 0; slot--) slots.push(first + slot);
      free.set(capacity, slots);
    }
    return slots.pop() ?? Number.NaN;
  }

  const clear = (finger: number) =>
    clearSlot(views[Math.floor(finger / slotsPerBlock)], finger % slotsPerBlock);

  function reuseRemoved(): void {
    for (const finger of removed) {
      clear(finger); // a worker may have listed its edges while it was removed
      free.get(views[Math.floor(finger / slotsPerBlock)].capacity)?.push(finger);
    }
    removed = [];
  }

  return {
    get size() {
      return size;
    },
    blocks,
    add(personId, template) {
      const count = Math.min(mostCompared, template.minutiae.length);
      if (count === 0) return;
      const finger = takeSlot(Math.ceil(count / step) * step);
      writeSlot(views[Math.floor(finger / slotsPerBlock)], finger % slotsPerBlock, template);
      owners[finger] = personId;
      fingersOf.set(personId, [...(fingersOf.get(personId) ?? []), finger]);
      size++;
    },
    remove(personId) {
      for (const finger of fingersOf.get(personId) ?? []) {
        owners[finger] = null;
        clear(finger);
        removed.push(finger);
        size--;
      }
      fingersOf.delete(personId);
      if (holders === 0) reuseRemoved();
    },
    ownerOf: (finger) => owners[finger] ?? null,
    fingers: () => [...fingersOf.values()].flat(),
    hold() {
      holders++;
      return () => {
        holders--;
        if (holders === 0) reuseRemoved();
      };
    },
  };
}
