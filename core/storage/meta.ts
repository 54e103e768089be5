import type { z } from 'zod';
import type { Database } from './database.ts';

/** A named value of the kiosk itself (its identity, what central told it), kept as JSON and parsed on reading. */
export function readMeta<T>(db: Database, name: string, schema: z.ZodType<T>): T | null {
  const row = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE name = ?').get(name);
  return row ? schema.parse(JSON.parse(row.value)) : null;
}

/** Writes a named value, replacing the one before. */
export function writeMeta(db: Database, name: string, value: unknown): void {
  db.prepare(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, JSON.stringify(value));
}
