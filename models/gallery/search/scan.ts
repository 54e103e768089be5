import { kernelOver } from '../kernels/kernels.ts';
import { boundsOf, codeProbe, dot } from '../kernels/plain.ts';
import { type Layout, rowPlace, rowsAtOnce, rowsPerBlock, unusedBits } from './layout.ts';
import { createRanking, type RankedRows } from './ranking.ts';
import { type Views, viewsOf } from './views.ts';

/*
 * A part of a gallery searched by one thread. The kernel goes over the codes of some rows and names those whose score may
 * reach that of the last of the best found so far; only these are compared in full, which in turn raises what the next
 * rows must reach.
 */

/** Stands by itself: any thread can take it. */
export interface ScanRequest {
  readonly memory: WebAssembly.Memory;
  readonly name: number;
  readonly layout: Layout;
  /** Addresses of blocks, and the row that the first begins with; the others follow on. */
  readonly blocks: readonly number[];
  readonly firstRow: number;
  /** Address of what no other thread uses. */
  readonly scratch: number;
  /** A unit vector. */
  readonly probe: Float32Array;
  readonly limit: number;
}

/** No score is lower. */
const lowest = -2;

/** The best row of each of the best `limit` people in the blocks. */
export function answerScan(request: ScanRequest): RankedRows {
  const { memory, name, layout, blocks, firstRow, probe, limit } = request;
  const views = viewsOf(memory);
  const kernel = kernelOver(memory, name);
  const coded = placeProbe(request, views);
  const ranking = createRanking(limit);
  for (const [b, block] of blocks.entries())
    for (let slot = 0; slot < rowsPerBlock; slot += rowsAtOnce) {
      const count = kernel({
        ...coded,
        codes: block + slot * layout.codeBytes,
        scales: block + layout.scales + 4 * slot,
        errors: block + layout.errors + 4 * slot,
        rows: rowsAtOnce,
        floor: Math.max(lowest, ranking.floor),
      });
      for (let i = 0; i < count; i++) {
        const found = slot + views.words[(coded.out >>> 2) + i];
        const at = rowPlace(layout, block, found);
        if (isUnused(views, at.error)) continue;
        const score = dot(views.floats, at.vector, probe);
        if (score >= ranking.floor)
          ranking.offer(firstRow + b * rowsPerBlock + found, views.words[at.owner], score);
      }
    }
  return { rows: ranking.rows, scores: ranking.scores };
}

function placeProbe({ layout, scratch, probe }: ScanRequest, views: Views) {
  const { codes, scale, error } = codeProbe(probe);
  views.shorts.fill(0, scratch >>> 1, (scratch >>> 1) + layout.codeBytes);
  views.shorts.set(codes, scratch >>> 1);
  return {
    length: layout.codeBytes,
    probe: scratch,
    probeScale: scale,
    ...boundsOf({ error }),
    out: scratch + 2 * layout.codeBytes,
  };
}

/** Asked after the kernel: who reads here that a row is in use reads the whole of it. */
function isUnused({ words }: Views, error: number): boolean {
  return Atomics.load(words, error) === unusedBits;
}
