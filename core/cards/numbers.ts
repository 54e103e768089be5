import { type Refused, refuse } from '#core/refusals/codes.ts';
import type { Database } from '#core/storage/database.ts';
import { withCheckDigit } from '#health-card/index.ts';
import type { Lease, LeasePurpose } from '#sync/packet/index.ts';

/*
 * Card numbers come from blocks that central leased to this device, so that two offline kiosks never give the
 * same one. A number is burnt the moment it is taken, also when the enrolment is then abandoned. When the ordinary
 * blocks have run out the reserve is used, so that no enrolment has to stop for want of a network.
 */

export interface TakenNumber {
  /** Twelve digits, the last a Verhoeff digit. */
  readonly number: string;
  readonly statusIndex: number;
}

export interface Numbers {
  addLease(lease: Pick<Lease, 'start' | 'end' | 'statusStart'>, purpose?: LeasePurpose): void;
  /** How many are left of each kind. */
  left(): Readonly<Record<LeasePurpose, number>>;
  /** Durable when it returns. Refusal: no-card-numbers, when the reserve is used up as well. */
  take(): TakenNumber | Refused;
}

/** Below this many, another block is asked for at each sync, and the operator is warned. */
export const lowWater = { ordinary: 300, emergency: 100 } as const satisfies Record<LeasePurpose, number>;

interface LeaseRow {
  readonly first: number;
  readonly next: number;
  readonly status_first: number;
}

const payloadDigits = 11;

export function openNumbers(db: Database): Numbers {
  const open = db.prepare<[], LeaseRow>(
    'SELECT first, next, status_first FROM leases WHERE next <= last ORDER BY emergency, first LIMIT 1',
  );
  const burn = db.prepare('UPDATE leases SET next = next + 1 WHERE first = ?');
  const add = db.prepare(
    'INSERT OR IGNORE INTO leases (first, last, next, status_first, emergency) VALUES (?, ?, ?, ?, ?)',
  );
  const leftOf = db.prepare<[number], { left: number }>(
    'SELECT coalesce(sum(last - next + 1), 0) AS left FROM leases WHERE emergency = ?',
  );
  return {
    addLease({ start, end, statusStart }, purpose = 'ordinary') {
      add.run(start, end, start, statusStart, purpose === 'emergency' ? 1 : 0);
    },
    left: () => ({ ordinary: leftOf.get(0)?.left ?? 0, emergency: leftOf.get(1)?.left ?? 0 }),
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
