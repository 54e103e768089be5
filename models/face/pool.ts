/*
 * A few worker threads that do one kind of work. A task goes to the least busy. A worker that dies takes only its own tasks
 * with it, and another is started in its place; if that one cannot start, the tasks meant for it are rejected with the
 * reason and no third is tried, since trying for ever would look like a hang.
 */
import { startThread, type Thread, type ThreadOptions } from './thread.ts';

export interface Pool<Task, Result> {
  /** Rejects when the task fails, its worker dies, or the pool is closed. */
  run(task: Task): Promise<Result>;
  /** Ends all workers; what is still running may end, within two seconds, and is rejected after that. */
  close(): Promise<void>;
}

/**
 * Starts `workers` threads; resolves when every one is ready.
 * @throws the refusal of a worker, or the error it died of, after ending the others
 */
export async function openPool<Task, Result>(
  options: ThreadOptions,
  workers: number,
): Promise<Pool<Task, Result>> {
  const threads: Promise<Thread<Task, Result>>[] = [];
  const load = Array.from({ length: workers }, () => 0);
  let closed = false;

  const begin = (place: number): void => {
    const thread = startThread<Task, Result>(options);
    threads[place] = thread;
    thread.then(
      ({ gone }) => gone.then(() => closed || begin(place)),
      () => undefined, // whoever asks for this thread hears why
    );
  };

  const close = async (): Promise<void> => {
    closed = true;
    const started = await Promise.allSettled(threads);
    await Promise.all(started.map((thread) => thread.status === 'fulfilled' && thread.value.end()));
  };

  load.forEach((_, place) => {
    begin(place);
  });
  try {
    await Promise.all(threads);
  } catch (error) {
    await close();
    throw error;
  }

  return {
    async run(task) {
      if (closed) throw new Error('the engine is closed');
      const place = load.indexOf(Math.min(...load));
      load[place]++;
      try {
        return await (await threads[place]).run(task);
      } finally {
        load[place]--;
      }
    },
    close,
  };
}
