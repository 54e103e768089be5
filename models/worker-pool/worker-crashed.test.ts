import { afterEach, describe, expect, it } from 'vitest';
import { openWorkerPool, type WorkerPool } from './worker-pool.ts';

/** A worker that answers a number with its double, and does as it is told by a word. */
const obedientWorker = new URL(`data:text/javascript,
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', (request) => {
    if (request === 'exit') process.exit(3);
    if (request === 'crash') setTimeout(() => { throw new Error('crashed as told'); });
    else if (request === 'refuse') parentPort.postMessage({ error: 'refused as told' });
    else if (request !== 'hang') parentPort.postMessage({ value: 2 * request });
  });`);

let pool: WorkerPool<number | string, number>;
afterEach(() => pool?.close());

describe('a pool of workers', () => {
  it('rejects the task whose worker crashed, and a new worker does the next', async () => {
    pool = openWorkerPool(obedientWorker, 1);
    await expect(pool.run('crash')).rejects.toThrow('a worker crashed');
    await expect(pool.run(4)).resolves.toBe(8);
    await expect(pool.run('exit')).rejects.toThrow('ended in the middle');
    await expect(pool.run(5)).resolves.toBe(10);
  });

  it('finishes the tasks waiting behind a crash', async () => {
    pool = openWorkerPool(obedientWorker, 2);
    const results = await Promise.allSettled([1, 'crash', 2, 'exit', 3, 4].map((task) => pool.run(task)));
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : null))).toEqual([
      2,
      null,
      4,
      null,
      6,
      8,
    ]);
  });

  it('passes on what a worker could not do, and keeps the worker', async () => {
    pool = openWorkerPool(obedientWorker, 1);
    await expect(pool.run('refuse')).rejects.toThrow('refused as told');
    await expect(pool.run(1)).resolves.toBe(2);
  });

  it('rejects what is running, waiting or asked later when closed', async () => {
    pool = openWorkerPool(obedientWorker, 1);
    const running = expect(pool.run('hang')).rejects.toThrow();
    const waiting = expect(pool.run(1)).rejects.toThrow('closed');
    await pool.close();
    await running;
    await waiting;
    await expect(pool.run(1)).rejects.toThrow('closed');
  });
});
