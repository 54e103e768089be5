import { setTimeout as sleep } from 'node:timers/promises';
import type { PrintOptions, PrintResult, StopReason } from '../types.ts';
import type { AskPrinter, IppAnswer } from './client.ts';
import {
  jobStates,
  numberOf,
  numbers,
  operations,
  printerStates,
  strings,
  stringsOf,
  valuesOf,
} from './message.ts';
import { graveReason, stopReason } from './stop-reason.ts';

/*
 * A job seen through to its end. A printer that stops would finish the job once mended, and the operator would
 * print again meanwhile: two cards. So a stopped job is cancelled, and only then reported as stopped; when its end
 * cannot be seen the answer is `unknown`.
 */

export interface Watch {
  readonly ask: AskPrinter;
  readonly jobId: number;
  /** A printer that lost power numbers its jobs anew: one of another name is not ours. */
  readonly name: string;
  readonly pollMs: number;
  /** How long the printer may be out of reach, ms. */
  readonly lostMs: number;
  /** By the clock of `performance.now()`. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
  readonly unwatch: AbortSignal | undefined;
  readonly onHeld: PrintOptions['onHeld'];
}

/** Polls a cancelled job gets to come to rest. */
const pollsAfterCancel = 10;

type Running = { readonly outcome: 'running'; readonly held: StopReason | null };
type Sight = { readonly outcome: 'lost' } | Running | PrintResult;

export async function watchJob(watch: Watch): Promise<PrintResult> {
  let held: StopReason | null = null;
  for (let lastSeen = performance.now(); performance.now() - lastSeen < watch.lostMs; ) {
    const sight = await look(watch);
    if (sight.outcome === 'stopped') return endJob(watch, sight);
    if (sight.outcome !== 'lost' && sight.outcome !== 'running') return sight;
    if (sight.outcome === 'running') {
      lastSeen = performance.now();
      if (sight.held !== held) watch.onHeld?.(sight.held);
      held = sight.held;
    }
    if (watch.signal?.aborted || performance.now() > watch.deadline)
      return endJob(watch, { outcome: 'stopped', reason: held ?? 'other' });
    const disturbed = AbortSignal.any([watch.signal, watch.unwatch].flatMap((signal) => signal ?? []));
    await sleep(watch.pollMs, undefined, { signal: disturbed }).catch(() => {});
    if (watch.unwatch?.aborted) break;
  }
  return { outcome: 'unknown' };
}

/** Cancels the job and waits for its end: `stopped` when the printer confirms, `printed` when it was too late. */
async function endJob(watch: Watch, stopped: PrintResult): Promise<PrintResult> {
  await watch.ask({ operation: operations.cancelJob, operationAttributes: [jobIs(watch.jobId)] });
  for (let poll = 0; poll < pollsAfterCancel; poll++) {
    const state = jobState(watch, await askJob(watch));
    if (state === jobStates.completed) return { outcome: 'printed' };
    if (state === jobStates.cancelled || state === jobStates.aborted) return stopped;
    await sleep(watch.pollMs);
  }
  return { outcome: 'unknown' };
}

async function look(watch: Watch): Promise<Sight> {
  const job = await askJob(watch);
  const state = jobState(watch, job);
  if (job.outcome !== 'answered' || state === null) return { outcome: 'lost' };
  if (state === jobStates.completed) return { outcome: 'printed' };
  const printer = await watch.ask(printerCondition);
  const printerStopped = printer.outcome === 'answered' && printerState(printer) === printerStates.stopped;
  const ofPrinter = printer.outcome === 'answered' ? valuesOf(printer.message, 'printer-state-reasons') : [];
  const reasons = stringsOf([...ofPrinter, ...valuesOf(job.message, 'job-state-reasons')]);
  const ended: readonly number[] = [jobStates.stopped, jobStates.cancelled, jobStates.aborted];
  return ended.includes(state) || printerStopped
    ? { outcome: 'stopped', reason: stopReason(reasons) }
    : { outcome: 'running', held: graveReason(reasons) };
}

const askJob = ({ ask, jobId }: Watch) =>
  ask({
    operation: operations.getJobAttributes,
    operationAttributes: [
      jobIs(jobId),
      strings('requested-attributes', 'keyword', 'job-name', 'job-state', 'job-state-reasons'),
    ],
  });

/** Asks only for the printer's state and its reasons. */
export const printerCondition = {
  operation: operations.getPrinterAttributes,
  operationAttributes: [strings('requested-attributes', 'keyword', 'printer-state', 'printer-state-reasons')],
};

export const printerState = (answer: IppAnswer) =>
  answer.outcome === 'answered' ? numberOf(valuesOf(answer.message, 'printer-state')) : null;

function jobState({ name }: Watch, answer: IppAnswer): number | null {
  if (answer.outcome !== 'answered') return null;
  const [named = name] = stringsOf(valuesOf(answer.message, 'job-name'));
  return named === name ? numberOf(valuesOf(answer.message, 'job-state')) : null;
}

const jobIs = (jobId: number) => numbers('job-id', 'integer', jobId);
