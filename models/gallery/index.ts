import { type Block, createBlock, dot, normalised, rowsPerBlock } from './block.ts';
import { type Candidate, createRanking } from './ranking.ts';

export type { Candidate };

/*
 * Exact one-to-many search: every template is compared, so nobody is missed for the sake of an index. Templates are unit
 * vectors packed in shared memory (block.ts); a removed row is filled by the last one, so the packing has no holes. A
 * person may have several templates; the best one counts.
 */

export interface Gallery {
  /** Number of templates (not of people). */
  readonly size: number;
  /**
   * Adds a template; a person may have several. The vector is normalised.
   * @throws RangeError on a vector of another length, of no length at all, or with a NaN: it can match nobody rightly.
   */
  add(personId: string, vector: Float32Array): void;
  /** Removes all templates of the person; nothing happens when there are none. */
  remove(personId: string): void;
  /** The `limit` most alike people, best first, each once. Same errors as `add`. */
  search(probe: Float32Array, limit: number): Candidate[];
}

/** An empty gallery of vectors of the given length. */
export function createGallery(dimensions: number): Gallery {
  const blocks: Block[] = [];
  /** Whose each row is, and which rows a person has. */
  const owners: string[] = [];
  const rowsOf = new Map<string, number[]>();

  const view = (row: number): Float32Array => {
    const at = (row % rowsPerBlock) * dimensions;
    return blocks[Math.floor(row / rowsPerBlock)].subarray(at, at + dimensions);
  };

  const dropRow = (row: number): void => {
    const last = owners.length - 1;
    const lastOwner = owners[last];
    if (row !== last) {
      view(row).set(view(last));
      owners[row] = lastOwner;
      const rows = rowsOf.get(lastOwner) ?? [];
      rows[rows.indexOf(last)] = row;
    }
    view(last).fill(0); // a removed face does not linger in memory
    owners.pop();
  };

  return {
    get size() {
      return owners.length;
    },
    add(personId, vector) {
      const unit = normalised(vector, dimensions);
      const row = owners.length;
      if (row === blocks.length * rowsPerBlock) blocks.push(createBlock(dimensions));
      owners.push(personId);
      view(row).set(unit);
      rowsOf.set(personId, [...(rowsOf.get(personId) ?? []), row]);
    },
    remove(personId) {
      // From the last row down, so that a moved row is never one of those still to be dropped.
      const rows = (rowsOf.get(personId) ?? []).toSorted((a, b) => b - a);
      rowsOf.delete(personId);
      rows.forEach(dropRow);
    },
    search(probe, limit) {
      const unit = normalised(probe, dimensions);
      const ranking = createRanking(limit);
      for (let row = 0; row < owners.length; row++) {
        const block = blocks[Math.floor(row / rowsPerBlock)];
        const score = dot(block, (row % rowsPerBlock) * dimensions, unit);
        if (score > ranking.floor) ranking.offer(owners[row], score);
      }
      return ranking.candidates;
    },
  };
}
