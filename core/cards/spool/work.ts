import type { Parts } from '#core/parts.ts';
import { isRefused } from '#core/refusals/codes.ts';
import type { CardPrinter, PrintResult, StopReason } from '#drivers/card-printer/index.ts';
import { drawCardOf } from '../draw-card-of.ts';
import type { PrintJobRow, PrintJobs } from './jobs.ts';
import { stopTrouble, troubleOf } from './trouble.ts';

/* What the spool does with one job: sends it, or asks what became of it, and writes down how that ended. */

export interface SpoolTiming {
  /** Between looks at a printer that stands still, ms. */
  readonly lookMs: number;
  /** First wait after a job came to nothing, ms; doubles up to the longest. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
}

export interface SpoolNeeds
  extends Pick<Parts, 'cards' | 'people' | 'site' | 'audit' | 'db' | 'events' | 'now'> {
  readonly prints: PrintJobs;
  readonly printer: CardPrinter | null;
}

export interface Signals {
  readonly signal: AbortSignal;
  readonly unwatch: AbortSignal;
  readonly onHeld: (reason: StopReason | null) => void;
}

/** The printer keeps the card it was sent until it is mended. */
export function hold({ prints, events }: SpoolNeeds, { id }: PrintJobRow, reason: StopReason | null): void {
  const trouble = reason && stopTrouble(reason).code;
  if (prints.move(id, ['sending'], { state: 'sending', trouble })) events.emit('status');
}

/** Names a job once and for all, also each time it is sent. */
const nameOf = ({ number, id }: PrintJobRow, attempt: number) => `card-${number}-${id}-${attempt}`;

/**
 * Sends a job and sees it to its end; false when the printer stands still, and nothing was sent. Before a job is sent
 * again the printer is asked about the last time: it may have been out of reach with the card inside.
 */
export async function send(
  needs: SpoolNeeds,
  printer: CardPrinter,
  timing: SpoolTiming,
  job: PrintJobRow,
  signals: Signals,
): Promise<boolean> {
  const { prints, cards } = needs;
  const { state, reason } = await printer.status();
  if (state === 'stopped' || state === 'unreachable') {
    const { code } =
      state === 'stopped' ? stopTrouble(reason ?? 'other') : troubleOf({ outcome: 'unreachable' });
    // Looked at again and again, whatever the reason: the job is still due.
    if (job.trouble !== code) {
      prints.move(job.id, ['waiting'], { state: 'waiting', trouble: code, retryAt: job.retryAt });
      needs.events.emit('status');
    }
    return false;
  }
  if (job.attempts > 0) {
    const last = await printer.recall(nameOf(job, job.attempts), signals);
    if (last.outcome === 'unreachable') return false;
    if (signals.unwatch.aborted) return true;
    if (last.outcome === 'printed') {
      settle(needs, timing, job, last, signals);
      return true;
    }
  }
  const card = cards.get(job.number);
  if (!card || card.state === 'revoked') {
    prints.move(job.id, ['waiting'], { state: 'given-up' });
    needs.events.emit('status');
    return true;
  }
  const pdf = await drawCardOf(needs, job.number);
  if (isRefused(pdf)) {
    prints.move(job.id, ['waiting'], { state: 'waiting', trouble: pdf.code });
    needs.events.emit('status');
    return true;
  }
  const attempts = job.attempts + 1;
  if (!prints.move(job.id, ['waiting'], { state: 'sending', attempts, qr: card.qr })) return true;
  needs.events.emit('status');
  settle(needs, timing, job, await printer.print({ name: nameOf(job, attempts), pdf }, signals), signals);
  return true;
}

/** Asks the printer what became of a job whose end was not seen; false when it cannot be asked now. */
export async function recall(
  needs: SpoolNeeds,
  printer: CardPrinter,
  timing: SpoolTiming,
  job: PrintJobRow,
  signals: Signals,
): Promise<boolean> {
  const result = await printer.recall(nameOf(job, job.attempts), signals);
  if (result.outcome === 'unreachable') return false;
  settle(needs, timing, job, result, signals);
  return true;
}

function settle(
  needs: SpoolNeeds,
  timing: SpoolTiming,
  job: PrintJobRow,
  result: PrintResult,
  { signal, unwatch }: Signals,
): void {
  const { db, prints, cards, audit, events } = needs;
  if (result.outcome === 'unknown') {
    // A kiosk that closes let go of the job: it stays as it is, and is asked about at the next start.
    if (unwatch.aborted) return;
    // The printer is asked once, when it can be; after that a person is.
    const retryAt = job.state === 'unknown' ? null : needs.now().getTime();
    const unseen = { state: 'unknown', trouble: 'print-outcome-unknown', retryAt } as const;
    prints.move(job.id, ['sending', 'unknown'], unseen);
    return void events.emit('status');
  }
  if (result.outcome === 'printed') {
    db.transaction(() => {
      // Also when the operator just said that nothing came out: the printer knows better.
      if (!prints.move(job.id, ['sending', 'unknown', 'waiting'], { state: 'printed' })) return;
      cards.advance(job.number, 'printed');
      audit.append('card-printed', { operator: job.operator, subject: job.number });
    })();
    return void events.emit('status');
  }
  if (signal.aborted) {
    prints.move(job.id, ['sending', 'unknown'], { state: 'given-up' });
    return void events.emit('status');
  }
  const failures = job.failures + 1;
  const pause = Math.min(timing.retryMs * 2 ** job.failures, timing.longestRetryMs);
  const { code, goesOnByItself } = troubleOf(result);
  const retryAt = goesOnByItself ? needs.now().getTime() + pause : null;
  prints.move(job.id, ['sending', 'unknown'], { state: 'waiting', trouble: code, failures, retryAt });
  events.emit('status');
}
