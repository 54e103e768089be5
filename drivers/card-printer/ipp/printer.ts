import { setTimeout as sleep } from 'node:timers/promises';
import type { CardJob, CardPrinter, PrintOptions, PrintResult } from '../types.ts';
import { type AskPrinter, type IppRequest, ippClient } from './client.ts';
import { printerCondition, printerState, watchJob } from './job.ts';
import { chooseCardMedia, mediaOfSize } from './media.ts';
import {
  type IppMessage,
  numberOf,
  numbers,
  operations,
  printerStates,
  statuses,
  strings,
  stringsOf,
  valuesOf,
} from './message.ts';
import { recallJob } from './recall.ts';
import { stopReason } from './stop-reason.ts';

export interface IppPrinterTiming {
  /** Between looks at a running job, ms. */
  readonly pollMs?: number;
  /** First wait at a busy printer, ms; doubles up to 4 s. */
  readonly retryMs?: number;
  /** How long to wait for a busy printer in all, ms. */
  readonly busyMs?: number;
  /** How long a printer may be out of reach in the middle of a job, ms, before its fate is unknown. */
  readonly lostMs?: number;
}

const defaultTiming = { pollMs: 500, retryMs: 250, busyMs: 30_000, lostMs: 8_000 } as const;
const longestRetryMs = 4000;
/** A dye-sublimation card takes half a minute; a queue of a few is seen through. */
const defaultTimeoutMs = 180_000;
const uploadTimeoutMs = 60_000;

/** Some printers leave media-col-database out of "all", so what is needed is named. */
const describePrinter: IppRequest = {
  operation: operations.getPrinterAttributes,
  operationAttributes: [
    strings(
      'requested-attributes',
      'keyword',
      'media-col-ready',
      'media-col-database',
      'media-supported',
      'print-scaling-supported',
    ),
  ],
};

/**
 * A card printer behind IPP: a CUPS queue (`ipp://localhost/printers/cards`) or a printer that speaks it itself
 * (`ipp://printer.local/ipp/print`). Nothing is sent until the first print. An address that is no IPP one throws.
 */
export function openIppPrinter(uri: string, timing: IppPrinterTiming = {}): CardPrinter {
  const ask = ippClient(uri);
  const pace = { ...defaultTiming, ...timing };
  return {
    name: decodeURIComponent(new URL(uri).pathname.split('/').at(-1) || new URL(uri).hostname),
    print: (job, options) => print(ask, pace, job, options),
    recall: (name, { signal, unwatch, onHeld, timeoutMs = defaultTimeoutMs } = {}) =>
      recallJob(ask, name, { ...pace, deadline: performance.now() + timeoutMs, signal, unwatch, onHeld }),
    status: async () => {
      const answer = await ask(printerCondition);
      const state = printerState(answer);
      if (answer.outcome !== 'answered') return { state: 'unreachable', reason: null };
      if (state === printerStates.stopped)
        return { state: 'stopped', reason: stopReason(reasonsOf(answer.message)) };
      return { state: state === printerStates.processing ? 'printing' : 'idle', reason: null };
    },
    close: async () => {},
  };
}

const reasonsOf = (message: IppMessage) => stringsOf(valuesOf(message, 'printer-state-reasons'));

type Pace = Required<IppPrinterTiming>;

async function print(
  ask: AskPrinter,
  pace: Pace,
  job: CardJob,
  { signal, unwatch, onHeld, timeoutMs = defaultTimeoutMs }: PrintOptions = {},
): Promise<PrintResult> {
  const deadline = performance.now() + timeoutMs;
  const printer = await ask(describePrinter);
  if (printer.outcome === 'broken') return { outcome: 'unreachable' };
  if (printer.outcome !== 'answered') return printer;
  const request = printRequest(job, printer.message);
  const submitted = await submit(ask, pace, request, { signal, unwatch });
  if (typeof submitted !== 'number') return submitted;
  return watchJob({ ...pace, ask, jobId: submitted, name: job.name, deadline, signal, unwatch, onHeld });
}

/** The job's id once the printer has taken it; how it ended otherwise. */
async function submit(
  ask: AskPrinter,
  { retryMs, busyMs }: Pace,
  request: IppRequest,
  { signal, unwatch }: PrintOptions,
): Promise<number | PrintResult> {
  const patience = performance.now() + busyMs;
  for (let wait = retryMs; !signal?.aborted; wait = Math.min(wait * 2, longestRetryMs)) {
    const answer = await ask(request, uploadTimeoutMs);
    if (answer.outcome === 'broken') return { outcome: 'unknown' };
    if (answer.outcome === 'answered')
      return numberOf(valuesOf(answer.message, 'job-id')) ?? { outcome: 'unknown' };
    if (answer.outcome !== 'refused' || answer.status !== statuses.busy) return answer;
    if (performance.now() + wait > patience || unwatch?.aborted) return { outcome: 'busy' };
    const disturbed = AbortSignal.any([signal, unwatch].flatMap((one) => one ?? []));
    await sleep(wait, undefined, { signal: disturbed }).catch(() => {});
  }
  return { outcome: 'stopped', reason: 'other' };
}

function printRequest(job: CardJob, printer: IppMessage): IppRequest {
  const unscaled = stringsOf(valuesOf(printer, 'print-scaling-supported')).includes('none');
  return {
    operation: operations.printJob,
    operationAttributes: [
      strings('job-name', 'name', job.name),
      strings('document-format', 'mime', 'application/pdf'),
    ],
    jobAttributes: [
      numbers('copies', 'integer', 1),
      mediaOfSize(chooseCardMedia(printer)),
      ...(unscaled ? [strings('print-scaling', 'keyword', 'none')] : []),
    ],
    document: job.pdf,
  };
}
