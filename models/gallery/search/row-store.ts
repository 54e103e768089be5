import { codeRow } from '../kernels/plain.ts';
import { createArena } from './arena.ts';
import {
  bitsOf,
  type Layout,
  layoutOf,
  type RowPlace,
  rowPlace,
  rowsPerBlock,
  scratchBytes,
  unused,
  unusedBits,
} from './layout.ts';
import { type Views, viewsOf } from './views.ts';

/*
 * Whose template lies in which row. A row never moves, so a search that is under way cannot miss it or see it twice. The
 * rows of a removed person no longer count from that moment; they are cleared, and used again, when the searches that
 * may still be reading them are done.
 */

export interface RowStore {
  readonly layout: Layout;
  readonly memory: WebAssembly.Memory;
  /** Of the memory: another number, another memory. */
  readonly name: number;
  /** Addresses. */
  readonly blocks: readonly number[];
  /** Number of templates. */
  readonly size: number;
  /** Stores a unit vector. */
  add(personId: string, unit: Float32Array): void;
  remove(personId: string): void;
  /** Whose row that is, null when it was removed. */
  ownerOf(row: number): string | null;
  people(): Iterable<readonly [personId: string, rows: readonly number[]]>;
  vectorOf(row: number): Float32Array;
  /** Keeps the rows that are removed from now on as they are, until the returned function is called. */
  hold(): () => void;
  /** Address of scratch for one thread, until given back. */
  borrowScratch(): number;
  giveBack(scratch: number): void;
}

interface RemovedRow {
  readonly row: number;
  /** The last search that may read it. */
  readonly search: number;
}

export function createRowStore(dimensions: number): RowStore {
  const layout = layoutOf(dimensions);
  const arena = createArena();
  const blocks: number[] = [];
  const owners: (string | null)[] = [];
  const rowsOf = new Map<string, number[]>();
  const free: number[] = [];
  const scratches: number[] = [];
  const underWay = new Set<number>();
  let removed: RemovedRow[] = [];
  let views = viewsOf(arena.memory);
  let searches = 0;
  let size = 0;

  function addBlock(): void {
    const block = arena.take(layout.bytes);
    views = viewsOf(arena.memory);
    const errors = (block + layout.errors) >>> 2;
    views.floats.fill(unused, errors, errors + rowsPerBlock);
    blocks.push(block);
  }

  function takeRow(): number {
    const again = free.pop();
    if (again !== undefined) return again;
    if (owners.length === blocks.length * rowsPerBlock) addBlock();
    return owners.push(null) - 1;
  }

  function placeOf(row: number): RowPlace {
    return rowPlace(layout, blocks[Math.floor(row / rowsPerBlock)], row % rowsPerBlock);
  }

  function clearRemoved(): void {
    const [oldest = Number.POSITIVE_INFINITY] = underWay;
    const waiting = removed.filter(({ search }) => search >= oldest);
    for (const { row, search } of removed) {
      if (search >= oldest) continue;
      clearRow(views, layout, placeOf(row));
      free.push(row);
    }
    removed = waiting;
  }

  return {
    layout,
    memory: arena.memory,
    name: arena.name,
    blocks,
    get size() {
      return size;
    },
    add(personId, unit) {
      const row = takeRow();
      const rows = rowsOf.get(personId);
      writeRow(views, placeOf(row), unit, rows?.[0] ?? row);
      owners[row] = personId;
      if (rows) rows.push(row);
      else rowsOf.set(personId, [row]);
      size++;
    },
    remove(personId) {
      for (const row of rowsOf.get(personId) ?? []) {
        owners[row] = null;
        Atomics.store(views.words, placeOf(row).error, unusedBits);
        removed.push({ row, search: searches });
        size--;
      }
      rowsOf.delete(personId);
      clearRemoved();
    },
    ownerOf: (row) => owners[row],
    people: () => rowsOf,
    vectorOf(row) {
      const { vector } = placeOf(row);
      return views.floats.slice(vector, vector + dimensions);
    },
    hold() {
      const search = ++searches;
      underWay.add(search);
      return () => {
        underWay.delete(search);
        clearRemoved();
      };
    },
    borrowScratch: () => scratches.pop() ?? arena.take(scratchBytes(layout)),
    giveBack: (scratch) => scratches.push(scratch),
  };
}

/** A thread that sees the error sees the rest. */
function writeRow(views: Views, at: RowPlace, unit: Float32Array, owner: number): void {
  const { codes, scale, error } = codeRow(unit);
  views.bytes.set(codes, at.codes);
  views.floats[at.scale] = scale;
  views.floats.set(unit, at.vector);
  views.words[at.owner] = owner;
  Atomics.store(views.words, at.error, bitsOf(error));
}

/** A removed face does not linger in memory. */
function clearRow(views: Views, layout: Layout, at: RowPlace): void {
  views.bytes.fill(0, at.codes, at.codes + layout.codeBytes);
  views.floats[at.scale] = 0;
  views.floats.fill(0, at.vector, at.vector + layout.dimensions);
}
