import type { CardPrinter, StopReason } from '#drivers/card-printer/index.ts';
import { hold, recall, type SpoolNeeds, type SpoolTiming, send } from './work.ts';

export type { SpoolTiming };

/*
 * The spool: one hand at the printer, that takes the oldest job that is due and sees it to its end. It is durable
 * that a job is being sent before its first byte leaves. A job whose end nobody saw is never sent again by itself: the
 * printer is asked what became of it by its name, which no other job ever had, and where it cannot tell, a person is.
 */

export interface Spool {
  /** Looks for work now. */
  wake(): void;
  /** Ends a job at the printer if it is in hand there. */
  abandon(id: number): void;
  /** Lets go of the printer, which goes on with what it has; before the database is closed. */
  close(): Promise<void>;
}

const unhurried: SpoolTiming = { lookMs: 2000, retryMs: 5000, longestRetryMs: 60_000 };

/** Begins to work off the jobs; without a printer they wait. */
export function openSpool(
  needs: SpoolNeeds,
  onBug: (error: Error) => void,
  timing: SpoolTiming = unhurried,
): Spool {
  const { prints, printer, now } = needs;
  const closing = new AbortController();
  let wake = () => {};
  let inHand: { readonly id: number; readonly abandoned: AbortController } | null = null;

  const sleep = (ms: number | null) =>
    new Promise<void>((resolve) => {
      const timer = ms === null ? undefined : setTimeout(resolve, Math.max(0, ms)).unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const work = async (hand: CardPrinter): Promise<void> => {
    if (prints.orphanSending() > 0) needs.events.emit('status');
    while (!closing.signal.aborted) {
      const at = now().getTime();
      const next = prints.nextAt();
      // A clock that was set back must not hold a card up.
      const setBack = next !== null && next - at > timing.longestRetryMs;
      const job = prints.due(setBack ? next : at);
      if (!job) {
        await sleep(next === null ? null : next - at);
        continue;
      }
      inHand = { id: job.id, abandoned: new AbortController() };
      const signals = {
        signal: inHand.abandoned.signal,
        unwatch: closing.signal,
        onHeld: (reason: StopReason | null) => hold(needs, job, reason),
      };
      const step = job.state === 'unknown' ? recall : send;
      const worked = await step(needs, hand, timing, job, signals).catch((error: Error) => {
        // A bug must not stop the printing of other cards, nor be repeated for ever.
        if (!prints.move(job.id, ['waiting'], { state: 'waiting', trouble: 'internal-error' }))
          prints.move(job.id, ['sending', 'unknown'], { state: 'unknown', trouble: 'print-outcome-unknown' });
        onBug(error);
        return true;
      });
      inHand = null;
      if (!worked) await sleep(timing.lookMs);
    }
  };

  const working = printer ? work(printer).catch(onBug) : Promise.resolve();
  return {
    wake: () => wake(),
    abandon(id) {
      if (inHand?.id === id) inHand.abandoned.abort();
    },
    async close() {
      closing.abort();
      wake();
      await working;
    },
  };
}
