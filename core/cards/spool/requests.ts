import type { ReprintReason } from '#core/api/contract.ts';
import type { Operator } from '#core/operators/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import type { PrintJobRow } from './jobs.ts';

/*
 * What an operator can say to the spool. Asking twice for one card gives the job that is there. A card that came out
 * of the printer before is printed again for a reason only, and the reason is in the audit.
 */

type Needs = Pick<Parts, 'cards' | 'prints' | 'spool' | 'printer' | 'audit' | 'db' | 'events'>;

/** Puts a card in the queue. Refusals: no-printer, card-not-found, card-revoked, reprint-reason-missing. */
export function requestPrint(
  parts: Needs,
  operator: Operator,
  number: string,
  given: ReprintReason | null,
): PrintJobRow | Refused {
  const { prints, cards, printer, audit, db } = parts;
  const card = cards.get(number);
  if (!card) return refuse('card-not-found');
  if (card.state === 'revoked') return refuse('card-revoked');
  if (!printer) return refuse('no-printer');
  const job = db.transaction((): PrintJobRow | Refused => {
    const open = prints.openOf(number);
    const printed = prints.printedTexts(number);
    const again = printed.includes(card.qr);
    if (open && (open.state !== 'printed' || (again && !given))) return open;
    if (again && !given) return refuse('reprint-reason-missing');
    const reason = again && given ? given : printed.length > 0 ? 'newer-text' : 'first';
    if (open) prints.move(open.id, ['printed'], { state: 'given-up' });
    const id = prints.add({ number, qr: card.qr, reason, operator: operator.id });
    audit.append(`card-print-${reason}`, { operator: operator.id, subject: number });
    return prints.get(id) ?? refuse('print-job-not-found');
  })();
  if (!isRefused(job)) moved(parts);
  return job;
}

/** What the operator saw, where the printer could not tell. Refusals: print-job-not-found, print-job-moved-on. */
export function tellOutcome(
  parts: Needs,
  operator: Operator,
  id: number,
  cameOut: boolean,
): PrintJobRow | Refused {
  return change(parts, id, (job) => {
    const to = cameOut ? ({ state: 'printed' } as const) : ({ state: 'waiting', retryAt: 0 } as const);
    if (!parts.prints.move(id, ['unknown'], to)) return false;
    if (cameOut) parts.cards.advance(job.number, 'printed');
    parts.audit.append(cameOut ? 'print-seen' : 'print-not-seen', {
      operator: operator.id,
      subject: job.number,
    });
    return true;
  });
}

/** Tries a waiting job at once. Refusals: print-job-not-found, print-job-moved-on. */
export function retryPrint(parts: Needs, id: number): PrintJobRow | Refused {
  return change(parts, id, ({ trouble }) =>
    parts.prints.move(id, ['waiting'], { state: 'waiting', trouble, retryAt: 0 }),
  );
}

/** Takes a job out of the queue; one that is being printed is ended at the printer, if that is still in time. */
export function giveUpPrint(parts: Needs, operator: Operator, id: number): PrintJobRow | Refused {
  return change(parts, id, ({ state, number }) => {
    parts.spool.abandon(id);
    if (
      state !== 'sending' &&
      !parts.prints.move(id, ['waiting', 'unknown', 'printed'], { state: 'given-up' })
    )
      return false;
    parts.audit.append('print-given-up', { operator: operator.id, subject: number });
    return true;
  });
}

function change(parts: Needs, id: number, apply: (job: PrintJobRow) => boolean): PrintJobRow | Refused {
  const job = parts.prints.get(id);
  if (!job) return refuse('print-job-not-found');
  if (!parts.db.transaction(() => apply(job))()) return refuse('print-job-moved-on');
  moved(parts);
  return parts.prints.get(id) ?? job;
}

function moved({ spool, events }: Needs): void {
  events.emit('status');
  spool.wake();
}
