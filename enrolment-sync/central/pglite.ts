import { mkdir } from 'node:fs/promises';
import { PGlite, type PGliteInterface, type Transaction } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { vector } from '@electric-sql/pglite-pgvector';
import type { Database, Sql } from './sql.ts';
import { SyncedFiles, syncedStart } from './synced-files.ts';

/** The embedded database, kept in a folder, or in memory where none is given. One process a folder. */
export async function openPglite(dataDir?: string): Promise<Database> {
  const files = dataDir === undefined ? {} : { fs: new SyncedFiles(dataDir), startParams: syncedStart };
  if (dataDir !== undefined) await mkdir(dataDir, { recursive: true });
  const db = await PGlite.create({ ...files, extensions: { vector, pg_trgm } });
  return { ...sqlOf(db, (run) => db.transaction(run)), close: () => db.close() };
}

function sqlOf(
  db: Pick<PGliteInterface, 'query' | 'exec'>,
  begin: <Result>(run: (transaction: Transaction) => Promise<Result>) => Promise<Result>,
): Sql {
  return {
    async query<Row>(text: string, params: readonly unknown[] = []) {
      return (await db.query<Row>(text, [...params])).rows;
    },
    async script(text) {
      await db.exec(text);
    },
    transaction: (run) => begin((inner) => run(sqlOf(inner, (nested) => nested(inner)))),
  };
}
