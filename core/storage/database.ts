import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { outboxSchema } from '#sync/outbox/index.ts';
import type { KeyCustody } from './key-custody.ts';
import { first } from './migrations/001-first.ts';
import { cardFace } from './migrations/002-card-face.ts';
import { printJobs } from './migrations/003-print-jobs.ts';
import { cardLifecycle } from './migrations/004-card-lifecycle.ts';

/*
 * One encrypted SQLite file. WAL with `synchronous=FULL`: a commit that returned is on the disk. The lock is
 * exclusive, so that a second kiosk on the same home is refused instead of half-working.
 */

export type Database = SqliteDatabase.Database;

/** Forward only; a released migration is never edited, only followed by another. */
export const migrations = [first, outboxSchema, cardFace, printJobs, cardLifecycle];

const KeyFile = z.object({ kind: z.string(), wrapped: z.string() });

/**
 * Opens the database of a home folder, or makes it, with the key that custody unwraps.
 * Refusals: wrong-passphrase, kiosk-already-open, disk-full.
 */
export async function openDatabase(home: string, custody: KeyCustody): Promise<Database | Refused> {
  await mkdir(home, { recursive: true });
  const fileKey = await readFileKey(home, custody);
  if (isRefused(fileKey)) return fileKey;
  const db = new SqliteDatabase(join(home, 'kiosk.db'), { timeout: 300 });
  try {
    db.pragma(`cipher='sqlcipher'`);
    db.pragma(`key="x'${Buffer.from(fileKey).toString('hex')}'"`);
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    const refused = storageRefusal(error);
    if (refused) return refused;
    throw error;
  }
}

/** The refusal that a storage error stands for, or null when it is a bug. */
export function storageRefusal(error: unknown): Refused | null {
  if (error instanceof SqliteDatabase.SqliteError) {
    if (error.code === 'SQLITE_FULL' || error.code.startsWith('SQLITE_IOERR_WRITE'))
      return refuse('disk-full');
    if (error.code.startsWith('SQLITE_BUSY')) return refuse('kiosk-already-open');
    if (error.code === 'SQLITE_NOTADB') return refuse('wrong-passphrase');
    return null;
  }
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? refuse('disk-full') : null;
}

function migrate(db: Database): void {
  const done = Number(db.pragma('user_version', { simple: true }));
  for (const [index, sql] of migrations.entries()) {
    if (index < done) continue;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${index + 1}`);
    }).exclusive();
  }
}

/** Unwraps the file key; on the first opening makes one and writes it down wrapped, durably, before any data. */
async function readFileKey(home: string, custody: KeyCustody): Promise<Uint8Array | Refused> {
  const path = join(home, 'key.json');
  if (existsSync(path)) {
    const file = KeyFile.parse(JSON.parse(await readFile(path, 'utf8')));
    return file.kind === custody.kind ? custody.unwrap(file.wrapped) : refuse('wrong-passphrase');
  }
  const fileKey = randomBytes(32);
  const text = JSON.stringify({ kind: custody.kind, wrapped: await custody.wrap(fileKey) });
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
  return fileKey;
}
