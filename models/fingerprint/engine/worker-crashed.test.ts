import { afterEach, describe, expect, it } from 'vitest';
import { matchFingerprints } from '../matching/match.ts';
import { growFinger, impress } from '../synthetic/index.ts';
import type { FingerprintTemplate } from '../types.ts';
import { openFingerprintEngine } from './engine.ts';
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

describe('the engine', () => {
  const fingers = [1, 2, 3].map(growFinger);

  it('extracts and scores in its workers as the plain functions do', async () => {
    const engine = openFingerprintEngine({ workers: 2 });
    try {
      const templates: FingerprintTemplate[] = [];
      for (const print of [
        ...fingers.map((finger) => impress(finger, { seed: 1 })),
        impress(fingers[0], { seed: 2 }),
      ]) {
        const extraction = await engine.extract(print);
        if (extraction.outcome === 'extracted') templates.push(extraction.template);
      }
      const [a, b, c, again] = templates;
      const gallery = [b, { ...a, engine: 'other/9' }, a, c];
      const scores = await engine.score(again, gallery);
      expect([...scores]).toEqual(
        gallery.map((candidate) => Math.fround(matchFingerprints(again, candidate))),
      );
      expect(scores[1]).toBe(0);
      expect(scores.indexOf(Math.max(...scores))).toBe(2);
      expect(await engine.score(again, [])).toHaveLength(0);
    } finally {
      await engine.close();
    }
  });
});
