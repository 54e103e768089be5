import { createHash } from 'node:crypto';
import type { Database } from '#core/storage/database.ts';
import type { AuditEvent } from './events.ts';

/*
 * A hash chain: each event's hash covers its content and the hash before it, so a change, a deletion in the
 * middle or a reorder breaks every hash that follows. (Cutting off the end is seen once heads are sent.)
 */

interface AuditRow {
  readonly seq: number;
  readonly at: string;
  readonly event: string;
  readonly operator: string | null;
  readonly subject: string | null;
  readonly previous: string;
  readonly hash: string;
}

export interface Audit {
  /** Appends an event; call it inside the transaction of what it tells of. `subject` is an id. */
  append(event: AuditEvent, about?: { readonly operator?: string; readonly subject?: string }): void;
  /** Recomputes the whole chain. */
  verify(): AuditVerdict;
}

export type AuditVerdict =
  | { readonly outcome: 'intact'; readonly events: number }
  | { readonly outcome: 'broken'; readonly at: number };

const genesis = '0'.repeat(64);

export function openAudit(db: Database, now: () => Date): Audit {
  const last = db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY seq DESC LIMIT 1');
  const insert = db.prepare(
    'INSERT INTO audit (seq, at, event, operator, subject, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return {
    append(event, { operator, subject } = {}) {
      const before = last.get();
      const row = {
        seq: (before?.seq ?? 0) + 1,
        at: now().toISOString(),
        event,
        operator: operator ?? null,
        subject: subject ?? null,
        previous: before?.hash ?? genesis,
      };
      insert.run(row.seq, row.at, row.event, row.operator, row.subject, row.previous, hashOf(row));
    },
    verify() {
      let previous = genesis;
      let seq = 0;
      for (const row of db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY seq').iterate()) {
        seq += 1;
        if (row.seq !== seq || row.previous !== previous || row.hash !== hashOf(row)) {
          return { outcome: 'broken', at: seq };
        }
        previous = row.hash;
      }
      return { outcome: 'intact', events: seq };
    },
  };
}

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const content = [row.seq, row.at, row.event, row.operator, row.subject, row.previous];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
