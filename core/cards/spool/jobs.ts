import { z } from 'zod';
import { type PrintJobState, PrintReason } from '#core/api/contract.ts';
import { type RefusalCode, refusalCodes } from '#core/refusals/codes.ts';
import type { Database } from '#core/storage/database.ts';

/*
 * Print jobs as they stand in the database. The way of a job:
 *
 *   waiting → sending → printed → done (scanned back)
 *      ↑         ├──→ waiting (the printer stopped, and nothing came out)
 *      └─────────┴──→ unknown (sent, but its end was not seen) → what the printer or the operator says
 *
 * Every change is made from the states it may come from and no other, because an operator, the printer and a scanner
 * can each speak at any moment.
 */

export interface PrintJobRow {
  readonly id: number;
  readonly number: string;
  /** What its card says; that of the card itself may have become newer. */
  readonly qr: string;
  readonly reason: PrintReason;
  /** Who asked for it. */
  readonly operator: string;
  readonly state: PrintJobState;
  /** Why it is not printed yet. */
  readonly trouble: RefusalCode | null;
  /** How often it was sent. */
  readonly attempts: number;
  /** How often in a row it came to nothing. */
  readonly failures: number;
  /** When it goes on by itself, milliseconds since 1970; null when somebody has to say so. */
  readonly retryAt: number | null;
}

export interface PrintJobs {
  /** Queues a job and gives its id; throws when the card has an open one. Call in a transaction. */
  add(job: Pick<PrintJobRow, 'number' | 'qr' | 'reason' | 'operator'>): number;
  get(id: number): PrintJobRow | null;
  /** The job of a card that is not over yet, or null. */
  openOf(number: string): PrintJobRow | null;
  /** What the cards of this number say that came out of the printer. */
  printedTexts(number: string): readonly string[];
  /** Every job that is not over yet, oldest first; a card that was taken back is nobody's business any more. */
  open(): PrintJobRow[];
  /** The oldest job that is to be sent, or to be asked about, at this time. */
  due(at: number): PrintJobRow | null;
  /** When the next job is due; null when none goes on by itself. */
  nextAt(): number | null;
  /** Moves a job on; false, and nothing changed, when it is in none of the states it may come from. */
  move(id: number, from: readonly PrintJobState[], to: PrintJobChange): boolean;
  /** After a start: what was being sent has an end that nobody saw. */
  orphanSending(): number;
}

export interface PrintJobChange {
  readonly state: PrintJobState;
  readonly trouble?: RefusalCode | null;
  readonly attempts?: number;
  readonly failures?: number;
  readonly retryAt?: number | null;
  readonly qr?: string;
}

const Row = z.object({
  id: z.int(),
  number: z.string(),
  qr: z.string(),
  reason: PrintReason,
  operator: z.string(),
  state: z.enum(['waiting', 'sending', 'unknown', 'printed', 'done', 'given-up']),
  trouble: z.enum(refusalCodes).nullable(),
  attempts: z.int(),
  failures: z.int(),
  retryAt: z.int().nullable(),
});

const columns = 'id, number, qr, reason, operator, state, trouble, attempts, failures, retry_at AS retryAt';
const isOpen = `state IN ('waiting', 'sending', 'unknown', 'printed')`;
const goesOn = `state IN ('waiting', 'unknown') AND retry_at IS NOT NULL`;

export function openPrintJobs(db: Database, now: () => Date): PrintJobs {
  const one = (where: string) => {
    const select = db.prepare(`SELECT ${columns} FROM print_jobs WHERE ${where} LIMIT 1`);
    return (...values: readonly (string | number)[]) => {
      const row = select.get(...values);
      return row === undefined ? null : Row.parse(row);
    };
  };
  const byId = one('id = ?');
  const openOf = one(`number = ? AND ${isOpen}`);
  const printed = db.prepare<[string], { qr: string }>(
    `SELECT DISTINCT qr FROM print_jobs WHERE number = ? AND printed = 1`,
  );
  const due = one(`${goesOn} AND retry_at <= ? ORDER BY id`);
  const open = db.prepare(
    `SELECT ${columns} FROM print_jobs WHERE ${isOpen}
       AND number NOT IN (SELECT number FROM cards WHERE state = 'revoked') ORDER BY id`,
  );
  const insert = db.prepare(
    `INSERT INTO print_jobs (number, qr, reason, operator, state, retry_at, queued_at)
     VALUES (@number, @qr, @reason, @operator, 'waiting', 0, @queuedAt)`,
  );
  const update = db.prepare(
    `UPDATE print_jobs SET state = @state, trouble = @trouble, attempts = @attempts, failures = @failures,
       retry_at = @retryAt, qr = @qr, printed = printed OR @state IN ('printed', 'done') WHERE id = @id`,
  );

  return {
    add: (job) => Number(insert.run({ ...job, queuedAt: now().toISOString() }).lastInsertRowid),
    get: byId,
    openOf,
    printedTexts: (number) => printed.all(number).map(({ qr }) => qr),
    open: () => open.all().map((row) => Row.parse(row)),
    due,
    nextAt: () =>
      db
        .prepare<[], { at: number | null }>(`SELECT min(retry_at) AS at FROM print_jobs WHERE ${goesOn}`)
        .get()?.at ?? null,
    move(id, from, to) {
      const job = byId(id);
      if (!job || !from.includes(job.state)) return false;
      update.run({ ...job, trouble: null, retryAt: null, ...to });
      return true;
    },
    orphanSending: () =>
      db
        .prepare(
          `UPDATE print_jobs SET state = 'unknown', trouble = 'print-outcome-unknown', retry_at = 0 WHERE state = 'sending'`,
        )
        .run().changes,
  };
}
