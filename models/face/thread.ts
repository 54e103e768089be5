/*
 * One worker thread that answers tasks. It says `{ ready: true }` once it may work, or `{ refused }`; then it answers each
 * `{ id, task }` with `{ id, result }` or `{ id, failed }`. When it dies, whatever it had to do is rejected.
 */
import { Worker } from 'node:worker_threads';

export interface WorkerRequest<Task> {
  readonly id: number;
  readonly task: Task;
}

export type WorkerMessage<Result> =
  | { readonly ready: true }
  | { readonly refused: string }
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly failed: string };

export interface ThreadOptions {
  readonly script: URL;
  /** Handed to the worker as `workerData`. */
  readonly start: unknown;
  /** The error for a worker that refuses to work. */
  readonly refusal: (reason: string) => Error;
}

export interface Thread<Task, Result> {
  /** Rejects when the worker fails at the task, or dies before it has answered. */
  run(task: Task): Promise<Result>;
  /** Settles when the thread is gone, of whatever cause. */
  readonly gone: Promise<void>;
  /** What is under way may end, within two seconds; what is not done by then is rejected. */
  end(): Promise<void>;
}

/** ms. */
const PATIENCE = 2_000;

interface Waiting<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts a worker; resolves when it is ready.
 * @throws the refusal, or the error the worker died of
 */
export function startThread<Task, Result>(options: ThreadOptions): Promise<Thread<Task, Result>> {
  const waiting = new Map<number, Waiting<Result>>();
  const started = Promise.withResolvers<Thread<Task, Result>>();
  const gone = Promise.withResolvers<void>();
  const worker = new Worker(options.script, { workerData: options.start });
  let cause = new Error('the worker has ended');
  let alive = true;
  let nextId = 0;
  let onIdle = () => {};

  const settle = (id: number, how: (one: Waiting<Result>) => void) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one) how(one);
    if (waiting.size === 0) onIdle();
  };

  worker.on('message', (message: WorkerMessage<Result>) => {
    if ('ready' in message) started.resolve({ run, gone: gone.promise, end });
    else if ('refused' in message) started.reject(options.refusal(message.refused));
    else if ('result' in message) settle(message.id, ({ resolve }) => resolve(message.result));
    else settle(message.id, ({ reject }) => reject(new Error(message.failed)));
  });
  worker.on('error', (error) => {
    cause = new Error('the worker has crashed', { cause: error });
  });
  worker.on('exit', () => {
    alive = false;
    started.reject(cause);
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(cause));
    gone.resolve();
  });

  function run(task: Task): Promise<Result> {
    if (!alive) return Promise.reject(cause);
    const id = nextId++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, task } satisfies WorkerRequest<Task>);
    });
  }

  // A net that comes back into a thread that was cut off brings the whole process down.
  async function end(): Promise<void> {
    if (waiting.size > 0)
      await new Promise<void>((resolve) => {
        onIdle = resolve;
        setTimeout(resolve, PATIENCE).unref();
      });
    await worker.terminate();
  }

  return started.promise;
}
