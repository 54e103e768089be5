import { isCardNumber } from '#health-card/index.ts';
import type { Lease, LeasePurpose, PacketCard } from '#sync/packet/index.ts';
import type { Sql } from './sql.ts';

/*
 * Card numbers are leased in blocks to one device key each, so that kiosks issue offline and never the same number.
 * Two counters move on by a block at a time in one statement, which locks their rows: blocks cannot overlap, nor
 * can their status list ranges.
 */

/** No more at once, so that a kiosk that is lost takes few numbers with it. */
export const largestBlock = 1000;
/** What a kiosk falls back to when its numbers have run out: a week's enrolments. */
export const emergencyBlock = 300;
/** Milliseconds. A kiosk should not begin on a block that is older; central takes its numbers all the same. */
const leaseLifetime = 365 * 86_400_000;
/** Payloads have eleven digits and none starts with a zero, which spreadsheets would eat. */
const firstNumber = 10_000_000_000;
const payloadDigits = 11;

/** Leases the next block, of at most `count` numbers, to a device key. Run it in a transaction. */
export async function leaseBlock(
  sql: Sql,
  kid: string,
  count: number,
  now: number,
  purpose: LeasePurpose = 'ordinary',
): Promise<Lease> {
  const size = Math.min(count, largestBlock);
  const first = await advance(sql, 'card-number', firstNumber, size);
  const statusFirst = await advance(sql, 'status-index', 0, size);
  const [row] = await sql.query<LeaseRow>(
    `INSERT INTO leases VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING *`,
    [first, first + size - 1, statusFirst, kid, new Date(now), new Date(now + leaseLifetime), purpose],
  );
  return leaseOf(row);
}

/** The first block of a purpose that a device key was given, or null. */
export async function firstLease(sql: Sql, kid: string, purpose: LeasePurpose): Promise<Lease | null> {
  const [row] = await sql.query<LeaseRow>(
    'SELECT * FROM leases WHERE kid = $1 AND purpose = $2 ORDER BY first LIMIT 1',
    [kid, purpose],
  );
  return row ? leaseOf(row) : null;
}

interface LeaseRow {
  readonly first: number;
  readonly last: number;
  readonly status_first: number;
  readonly kid: string;
  readonly leased_at: Date;
  readonly expires_at: Date;
}

const leaseOf = (row: LeaseRow): Lease => ({
  start: row.first,
  end: row.last,
  statusStart: row.status_first,
  leasedAt: row.leased_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});

export interface LeasedNumber {
  readonly kid: string;
  readonly statusIndex: number;
}

/** Whose a card number is and its place in the status list; null when it is no number or was never leased. */
export async function findLeased(sql: Sql, number: string): Promise<LeasedNumber | null> {
  if (!isCardNumber(number)) return null;
  const payload = Number(number.slice(0, payloadDigits));
  const [lease] = await sql.query<LeaseRow>('SELECT * FROM leases WHERE first <= $1 AND last >= $1', [
    payload,
  ]);
  return lease ? { kid: lease.kid, statusIndex: lease.status_first + payload - lease.first } : null;
}

/** Whether a card's number and place in the status list are of a block of this device key. */
export async function isOwnNumber(
  sql: Sql,
  kid: string,
  { number, statusIndex }: Pick<PacketCard, 'number' | 'statusIndex'>,
): Promise<boolean> {
  const leased = await findLeased(sql, number);
  return leased?.kid === kid && leased.statusIndex === statusIndex;
}

/** One past the last status index leased. */
export async function statusListLength(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ value: number }>(`SELECT value FROM counters WHERE name = 'status-index'`);
  return row?.value ?? 0;
}

/** Moves a counter on by a block and gives where it stood. */
async function advance(sql: Sql, name: string, start: number, size: number): Promise<number> {
  const [row] = await sql.query<{ value: number }>(
    `INSERT INTO counters VALUES ($1, $2::bigint + $3)
     ON CONFLICT (name) DO UPDATE SET value = counters.value + $3 RETURNING value`,
    [name, start, size],
  );
  return row.value - size;
}
