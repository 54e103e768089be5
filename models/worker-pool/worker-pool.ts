import { Worker } from 'node:worker_threads';

/*
 * Worker threads that each do one task at a time. A worker is started when there is a task for it, lets the process
 * end when idle, and is replaced by the next task when it crashed; the task it took down is rejected.
 */

/** What a worker answers to each message, in any order of its own: the value, or what went wrong. */
export type Reply<Value> = { readonly value: Value } | { readonly error: string };

interface Task<Request, Value> {
  readonly request: Request;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

export interface WorkerPool<Request, Value> {
  /** Rejects with an Error when the worker throws, crashes, or the pool is closed. */
  run(request: Request): Promise<Value>;
  /** Ends all workers; what is waiting is rejected. */
  close(): Promise<void>;
}

/** @param size most workers at once, at least 1. */
export function openWorkerPool<Request, Value>(file: URL, size: number): WorkerPool<Request, Value> {
  const waiting: Task<Request, Value>[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Task<Request, Value>>();
  let closed = false;

  function start(): Worker {
    const worker = new Worker(file);
    worker.on('message', (reply: Reply<Value>) => {
      const task = busy.get(worker);
      busy.delete(worker);
      worker.unref();
      idle.push(worker);
      if ('error' in reply) task?.reject(new Error(reply.error));
      else task?.resolve(reply.value);
      next();
    });
    worker.on('error', (cause) => lose(worker, new Error('a worker crashed', { cause })));
    worker.on('exit', () => lose(worker, new Error('a worker ended in the middle of a task')));
    return worker;
  }

  function lose(worker: Worker, error: Error): void {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
    const task = busy.get(worker);
    busy.delete(worker);
    task?.reject(error);
    next();
  }

  function next(): void {
    while (waiting.length > 0 && !closed && (idle.length > 0 || busy.size < size)) {
      const task = waiting.shift();
      if (!task) return;
      const worker = idle.pop() ?? start();
      busy.set(worker, task);
      worker.ref();
      worker.postMessage(task.request);
    }
  }

  return {
    run: (request) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the worker pool is closed'));
        waiting.push({ request, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      for (const task of waiting.splice(0)) task.reject(new Error('the worker pool is closed'));
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
