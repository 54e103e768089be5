import { saveRows } from '../persistence/save.ts';
import { rowsPerBlock } from './layout.ts';
import { createRanking, type RankedRows } from './ranking.ts';
import { createRowStore, type RowStore } from './row-store.ts';
import type { ScanRequest } from './scan.ts';
import { unitVector } from './unit-vector.ts';
import { inThisThread, type SearchWorkers } from './workers.ts';

/*
 * Exact one-to-many search. Every template is looked at, so nobody is missed for the sake of an index: coarsely by the
 * kernel, and in full where the coarse look leaves a chance (scan.ts). The rows are divided among the workers by blocks;
 * what is found does not depend on how.
 */

/** A person brought up by a search; the score is the cosine, -1..1, of the likest of the person's templates. */
export interface Candidate {
  readonly personId: string;
  readonly score: number;
}

export interface Gallery {
  readonly dimensions: number;
  /** Number of templates (not of people). */
  readonly size: number;
  /**
   * Adds a template; a person may have several, and the best counts. The vector is normalised.
   * @throws RangeError on a vector of another length, of no length at all, or with a NaN: it can match nobody rightly;
   * and when the 4 GB that a gallery may have are full (6 million rows of 128 numbers)
   */
  add(personId: string, vector: Float32Array): void;
  /** Removes all templates of the person and clears their memory; nothing happens when there are none. */
  remove(personId: string): void;
  /**
   * The `limit` most alike people, best first, each once. Who is added or removed meanwhile may be found or not; nobody
   * else is missed for it. Rejects with the errors of `add`, and with an Error when a part of the gallery could not be
   * searched, even at a second attempt.
   */
  search(probe: Float32Array, limit: number): Promise<Candidate[]>;
  /** All there is as bytes, for `loadGallery`; `model` names what made the vectors. Clear text: encrypt it. */
  save(model: string): Uint8Array;
}

/** Blocks that are not worth dividing: a tenth of a millisecond's work. */
const leastBlocks = 16;

/** An empty gallery of vectors of the given length. */
export function createGallery(dimensions: number, workers: SearchWorkers = inThisThread): Gallery {
  return galleryOver(createRowStore(dimensions), workers);
}

export function galleryOver(store: RowStore, workers: SearchWorkers): Gallery {
  const { dimensions } = store.layout;
  return {
    dimensions,
    get size() {
      return store.size;
    },
    add: (personId, vector) => store.add(personId, unitVector(vector, dimensions)),
    remove: (personId) => store.remove(personId),
    async search(probe, limit) {
      const unit = unitVector(probe, dimensions);
      if (!(limit >= 1)) return [];
      for (;;) {
        const release = store.hold();
        try {
          const { rows, scores } = await searchOnce(store, workers, unit, Math.floor(limit));
          const found = rows.flatMap((row, i) => candidateOf(store, row, scores[i]));
          // Who was removed meanwhile took the place of somebody else.
          if (found.length === rows.length) return found;
        } finally {
          release();
        }
      }
    },
    save: (model) => saveRows(store, model),
  };
}

function candidateOf(store: RowStore, row: number, score: number): Candidate[] {
  const personId = store.ownerOf(row);
  return personId === null ? [] : [{ personId, score }];
}

async function searchOnce(
  store: RowStore,
  workers: SearchWorkers,
  probe: Float32Array,
  limit: number,
): Promise<RankedRows> {
  const { blocks } = store;
  const atOnce = Math.max(leastBlocks, Math.ceil(blocks.length / workers.size));
  const firsts = Array.from({ length: Math.ceil(blocks.length / atOnce) }, (_, part) => part * atOnce);
  const parts = firsts.map((first) =>
    scanPart(store, workers, {
      blocks: blocks.slice(first, first + atOnce),
      firstRow: first * rowsPerBlock,
      probe,
      limit,
    }),
  );
  await Promise.allSettled(parts); // after a failure no part may still be reading
  return merge(store, await Promise.all(parts), limit);
}

/** A second attempt when the first fails: its worker may have crashed for a reason of its own. */
async function scanPart(
  store: RowStore,
  workers: SearchWorkers,
  part: Pick<ScanRequest, 'blocks' | 'firstRow' | 'probe' | 'limit'>,
): Promise<RankedRows> {
  const scratch = store.borrowScratch();
  const { memory, name, layout } = store;
  const request = { ...part, memory, name, layout, scratch };
  try {
    return await workers.scan(request).catch(() => workers.scan(request));
  } finally {
    store.giveBack(scratch);
  }
}

/** By people, for the rows of one may lie in several parts; a removed row stands for itself. */
function merge(store: RowStore, parts: readonly RankedRows[], limit: number): RankedRows {
  const ranking = createRanking(limit);
  for (const { rows, scores } of parts)
    for (const [i, row] of rows.entries()) ranking.offer(row, store.ownerOf(row) ?? row, scores[i]);
  return ranking;
}
