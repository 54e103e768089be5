import type SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import type { Receipt } from '#sync/packet/index.ts';
import { backOff } from './back-off.ts';

/*
 * The queue of sealed packets on the kiosk. A packet waits until central's signed receipt says accepted or duplicate
 * (sent) or rejected (parked, with the reason and its bytes). Nothing is ever dropped, and a person's packets go in
 * the order in which they were made: the next is not offered while an earlier one waits.
 */

export interface NewPacket {
  /** Hexadecimal SHA-256 of the bytes. */
  readonly id: string;
  readonly personId: string;
  readonly revision: number;
  readonly bytes: Uint8Array;
  /** LGD code. */
  readonly district: string;
}

export interface WaitingPacket {
  readonly id: string;
  readonly personId: string;
  readonly revision: number;
  readonly bytes: Uint8Array;
}

export interface Outbox {
  /** Queues a packet; synchronous, so that it joins the caller's transaction. Throws on an id queued before. */
  add(packet: NewPacket): void;
  counts(): { readonly waiting: number; readonly sent: number; readonly parked: number };
  parked(): readonly { readonly id: string; readonly personId: string; readonly reason: string }[];
  /** Puts a parked packet back in the queue, after what was wrong with it is right. False when it is not parked. */
  unpark(id: string): boolean;
  /** The packets to send now, oldest first, at most one a person; at least one, even above `maxBytes`. */
  next(limit: number, maxBytes: number): readonly WaitingPacket[];
  /** Does what the receipt says, and `along` in the same transaction. False for a packet that was not waiting. */
  settle(receipt: Receipt, along?: () => void): boolean;
  /** Central could not take this packet now: it steps aside for a while, longer each time. */
  postpone(id: string): void;
  /** Central was reached, or was not: the latter makes the next automatic attempt wait, longer each time. */
  noteLink(reached: boolean): void;
  /** When to try next by itself, in milliseconds since 1970; null when nothing waits. */
  dueAt(): number | null;
}

interface PacketRow {
  readonly id: string;
  readonly person_id: string;
  readonly revision: number;
  readonly size: number;
}

const eligible = `SELECT id, person_id, revision, size FROM outbox AS packet
  WHERE state = 'waiting' AND retry_at <= ? AND NOT EXISTS (
    SELECT 1 FROM outbox WHERE person_id = packet.person_id AND state = 'waiting' AND seq < packet.seq)
  ORDER BY seq LIMIT ?`;

/** Opens the outbox in a database that has `outboxSchema`. `now` and `random` are for tests. */
export function openOutbox(
  db: SqliteDatabase.Database,
  { now = Date.now, random = Math.random }: { now?: () => number; random?: () => number } = {},
): Outbox {
  const bytesOf = db.prepare<[string], { bytes: Uint8Array }>('SELECT bytes FROM outbox WHERE id = ?');
  const close = db.prepare(
    "UPDATE outbox SET state = 'sent', bytes = NULL, reason = NULL WHERE id = ? AND state = 'waiting'",
  );
  const park = db.prepare(
    "UPDATE outbox SET state = 'parked', reason = ? WHERE id = ? AND state = 'waiting'",
  );

  return {
    add({ id, personId, revision, bytes, district }) {
      db.prepare(
        'INSERT INTO outbox (id, person_id, revision, district, bytes, size) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(id, personId, revision, district, bytes, bytes.length);
    },
    counts: () => countsOf(db),
    parked: () =>
      db
        .prepare<[], { id: string; personId: string; reason: string }>(
          `SELECT id, person_id AS personId, coalesce(reason, '') AS reason
           FROM outbox WHERE state = 'parked' ORDER BY seq`,
        )
        .all(),
    unpark: (id) =>
      db
        .prepare(
          `UPDATE outbox SET state = 'waiting', reason = NULL, attempts = 0, retry_at = 0
           WHERE id = ? AND state = 'parked'`,
        )
        .run(id).changes === 1,
    next(limit, maxBytes) {
      const rows = db.prepare<[number, number], PacketRow>(eligible).all(now(), limit);
      return withinBytes(rows, maxBytes).flatMap(({ id, person_id, revision }) => {
        const bytes = bytesOf.get(id)?.bytes;
        return bytes ? [{ id, personId: person_id, revision, bytes }] : [];
      });
    },
    settle: (receipt, along) =>
      db.transaction(() => {
        const { packetId: id } = receipt;
        const { changes } = receipt.outcome === 'rejected' ? park.run(receipt.reason, id) : close.run(id);
        if (changes === 1) along?.();
        return changes === 1;
      })(),
    postpone: (id) => postpone(db, id, now, random),
    noteLink: (reached) => noteLink(db, reached, now, random),
    dueAt: () => dueAt(db),
  };
}

function countsOf(db: SqliteDatabase.Database): ReturnType<Outbox['counts']> {
  const counts = { waiting: 0, sent: 0, parked: 0 };
  const rows = db
    .prepare<[], { state: keyof typeof counts; count: number }>(
      'SELECT state, count(*) AS count FROM outbox GROUP BY state',
    )
    .all();
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

function withinBytes(rows: readonly PacketRow[], maxBytes: number): readonly PacketRow[] {
  let total = 0;
  return rows.filter(({ size }, index) => {
    total += size;
    return index === 0 || total <= maxBytes;
  });
}

function postpone(db: SqliteDatabase.Database, id: string, now: () => number, random: () => number): void {
  const row = db.prepare<[string], { attempts: number }>('SELECT attempts FROM outbox WHERE id = ?').get(id);
  if (!row) return;
  const attempts = row.attempts + 1;
  db.prepare('UPDATE outbox SET attempts = ?, retry_at = ? WHERE id = ?').run(
    attempts,
    now() + backOff(attempts, random),
    id,
  );
}

function noteLink(
  db: SqliteDatabase.Database,
  reached: boolean,
  now: () => number,
  random: () => number,
): void {
  const row = db.prepare<[], { failures: number }>('SELECT failures FROM outbox_link').get();
  const failures = reached ? 0 : (row?.failures ?? 0) + 1;
  const retryAt = reached ? 0 : now() + backOff(failures, random);
  db.prepare('UPDATE outbox_link SET failures = ?, retry_at = ?').run(failures, retryAt);
}

function dueAt(db: SqliteDatabase.Database): number | null {
  const row = db
    .prepare<[], { due: number | null }>(
      `SELECT max(min(outbox.retry_at), (SELECT retry_at FROM outbox_link)) AS due
       FROM outbox WHERE state = 'waiting'`,
    )
    .get();
  return row?.due ?? null;
}
