import SqliteDatabase from 'better-sqlite3-multiple-ciphers';

/*
 * Other exact searches over the same unit vectors, one thread each: plain TypeScript, usearch and sqlite-vec. The latter two
 * are development packages; where they are not installed they are left out.
 */

/** The rows of the most alike vectors, best first. */
export type RivalSearch = (probe: Float32Array, limit: number) => readonly number[];

/** Unit vectors one after the other. */
export interface Rows {
  readonly numbers: Float32Array;
  readonly dimensions: number;
}

/** Every row compared in 64-bit floats, without any short cut. */
export function plainSearch({ numbers, dimensions }: Rows): RivalSearch {
  const rows = numbers.length / dimensions;
  return (probe, limit) => {
    const best: { row: number; score: number }[] = [];
    for (let row = 0; row < rows; row++) {
      let score = 0;
      for (let i = 0, at = row * dimensions; i < dimensions; i++) score += numbers[at + i] * probe[i];
      if (best.length === limit && score <= best[limit - 1].score) continue;
      best.push({ row, score });
      best.sort((a, b) => b.score - a.score);
      if (best.length > limit) best.pop();
    }
    return best.map(({ row }) => row);
  };
}

export async function usearchSearch({ numbers, dimensions }: Rows): Promise<RivalSearch | null> {
  const usearch = await import('usearch').catch(() => null);
  if (!usearch) return null;
  const { exactSearch, MetricKind } = usearch;
  return (probe, limit) => {
    const { keys } = exactSearch(numbers, probe, dimensions, limit, MetricKind.IP, 1);
    return Array.from(keys, Number);
  };
}

export async function sqliteVecSearch({ numbers, dimensions }: Rows): Promise<RivalSearch | null> {
  const sqliteVec = await import('sqlite-vec').catch(() => null);
  if (!sqliteVec) return null;
  const db = new SqliteDatabase(':memory:');
  sqliteVec.load(db);
  db.exec(`CREATE VIRTUAL TABLE rows USING vec0(vector float[${dimensions}] distance_metric=cosine)`);
  const insert = db.prepare<[bigint, Buffer]>('INSERT INTO rows (rowid, vector) VALUES (?, ?)');
  const bytes = Buffer.from(numbers.buffer);
  db.transaction(() => {
    for (let row = 0; row < numbers.length / dimensions; row++)
      insert.run(BigInt(row), bytes.subarray(4 * dimensions * row, 4 * dimensions * (row + 1)));
  })();
  const select = db.prepare<[Buffer, number], { rowid: number }>(
    'SELECT rowid FROM rows WHERE vector MATCH ? AND k = ? ORDER BY distance',
  );
  return (probe, limit) => select.all(Buffer.from(probe.buffer), limit).map(({ rowid }) => rowid);
}
