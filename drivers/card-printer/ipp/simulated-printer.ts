import type { StopReason } from '../types.ts';
import { id1, mediaOfSize } from './media.ts';
import {
  groupTags,
  type IppAttribute,
  type IppMessage,
  jobStates,
  numberOf,
  numbers,
  operations,
  preamble,
  printerStates,
  statuses,
  strings,
  stringsOf,
  valuesOf,
} from './message.ts';

interface Job {
  readonly id: number;
  readonly name: string;
  readonly pdf: Uint8Array;
  state: number;
}

const reasonWords: Record<StopReason, string> = {
  'media-empty': 'media-empty-error',
  'media-jam': 'media-jam-error',
  'ribbon-empty': 'marker-supply-empty-error',
  'cover-open': 'cover-open-error',
  other: 'other-error',
};

/** The printer behind the socket: takes one job at a time, as card printers do. */
export class SimulatedPrinter {
  readonly printed: Uint8Array[] = [];
  readonly received: Uint8Array[] = [];
  busy = false;
  readonly #cardMs: number;
  readonly #jobs = new Map<number, Job>();
  #printing: Job | null = null;
  #stopped: StopReason | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(cardMs: number) {
    this.#cardMs = cardMs;
  }

  stop(reason: StopReason): void {
    this.#stopped = reason;
    clearTimeout(this.#timer);
    if (this.#printing) this.#printing.state = jobStates.stopped;
  }

  mend(): void {
    this.#stopped = null;
    if (this.#printing) this.#run(this.#printing);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  obey(request: IppMessage): IppMessage {
    const { requestId } = request;
    const answer = (code: number, tag: number = groupTags.job, attributes?: readonly IppAttribute[]) => ({
      code,
      requestId,
      groups: [
        { tag: groupTags.operation, attributes: preamble },
        ...(attributes ? [{ tag, attributes }] : []),
      ],
      document: new Uint8Array(0),
    });
    if (request.code === operations.getPrinterAttributes)
      return answer(statuses.ok, groupTags.printer, this.#description());
    if (request.code === operations.printJob) {
      if (this.busy || this.#printing) return answer(statuses.busy);
      return answer(statuses.ok, groupTags.job, jobAttributes(this.#accept(request)));
    }
    if (request.code === operations.getJobs) return this.#list(request, answer(statuses.ok));
    const job = this.#jobs.get(numberOf(valuesOf(request, 'job-id')) ?? 0);
    if (!job) return answer(statuses.notFound);
    if (request.code === operations.getJobAttributes)
      return answer(statuses.ok, groupTags.job, jobAttributes(job));
    if (request.code !== operations.cancelJob) return answer(statuses.operationNotSupported);
    return answer(this.#cancel(job) ? statuses.ok : statuses.notPossible);
  }

  /** A printer that was off remembers nothing, and begins to number anew. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#jobs.clear();
    this.#printing = null;
  }

  #list(request: IppMessage, answer: IppMessage): IppMessage {
    const ended = stringsOf(valuesOf(request, 'which-jobs')).includes('completed');
    const jobs = [...this.#jobs.values()].filter(({ state }) => state >= jobStates.cancelled === ended);
    const groups = jobs.map((job) => ({ tag: groupTags.job, attributes: jobAttributes(job) }));
    return { ...answer, groups: [...answer.groups, ...groups] };
  }

  #accept(request: IppMessage): Job {
    const pdf = request.document;
    const [name = ''] = stringsOf(valuesOf(request, 'job-name'));
    const job = { id: this.#jobs.size + 1, name, pdf, state: jobStates.processing };
    this.#jobs.set(job.id, job);
    this.received.push(pdf);
    this.#printing = job;
    this.#run(job);
    return job;
  }

  #run(job: Job): void {
    job.state = this.#stopped ? jobStates.stopped : jobStates.processing;
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      job.state = jobStates.completed;
      this.#printing = null;
      this.printed.push(job.pdf);
    }, this.#cardMs);
  }

  #cancel(job: Job): boolean {
    if (job !== this.#printing) return false;
    clearTimeout(this.#timer);
    job.state = jobStates.cancelled;
    this.#printing = null;
    return true;
  }

  #description(): IppAttribute[] {
    const running = this.#printing ? printerStates.processing : printerStates.idle;
    const [card] = mediaOfSize(id1).values;
    return [
      numbers('printer-state', 'enum', this.#stopped ? printerStates.stopped : running),
      strings('printer-state-reasons', 'keyword', this.#stopped ? reasonWords[this.#stopped] : 'none'),
      { name: 'media-col-ready', values: [card] },
      strings('media-supported', 'keyword', 'iso_id-1_53.98x85.6mm'),
      strings('print-scaling-supported', 'keyword', 'auto', 'none'),
    ];
  }
}

const jobAttributes = ({ id, name, state }: Job): IppAttribute[] => [
  numbers('job-id', 'integer', id),
  strings('job-name', 'name', name),
  numbers('job-state', 'enum', state),
  strings('job-state-reasons', 'keyword', 'none'),
];
