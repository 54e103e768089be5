import { type Refused, refuse } from '#core/refusals/codes.ts';
import type { Database } from '#core/storage/database.ts';
import { withCheckDigit } from '#health-card/index.ts';
import type { Lease } from '#sync/packet/index.ts';

/*
 * Card numbers come from blocks that central leased to this device, so that two offline kiosks never give the
 * same one. A number is burnt the moment it is taken, also when the enrolment is then abandoned.
 */

export interface TakenNumber {
  /** Twelve digits, the last a Verhoeff digit. */
  readonly number: string;
  readonly statusIndex: number;
}

export interface Numbers {
  addLease(lease: Pick<Lease, 'start' | 'end' | 'statusStart'>): void;
  left(): number;
  /** Durable when it returns. Refusal: no-card-numbers. */
  take(): TakenNumber | Refused;
}

interface LeaseRow {
  readonly first: number;
  readonly next: number;
  readonly status_first: number;
}

const payloadDigits = 11;

export function openNumbers(db: Database): Numbers {
  const open = db.prepare<[], LeaseRow>(
    'SELECT first, next, status_first FROM leases WHERE next <= last ORDER BY first LIMIT 1',
  );
  const burn = db.prepare('UPDATE leases SET next = next + 1 WHERE first = ?');
  return {
    addLease({ start, end, statusStart }) {
      db.prepare('INSERT OR IGNORE INTO leases (first, last, next, status_first) VALUES (?, ?, ?, ?)').run(
        start,
        end,
        start,
        statusStart,
      );
    },
    left: () =>
      db.prepare<[], { left: number }>('SELECT coalesce(sum(last - next + 1), 0) AS left FROM leases').get()
        ?.left ?? 0,
    take: () =>
      db.transaction((): TakenNumber | Refused => {
        const lease = open.get();
        if (!lease) return refuse('no-card-numbers');
        burn.run(lease.first);
        return {
          number: withCheckDigit(String(lease.next).padStart(payloadDigits, '0')),
          statusIndex: lease.status_first + lease.next - lease.first,
        };
      })(),
  };
}
