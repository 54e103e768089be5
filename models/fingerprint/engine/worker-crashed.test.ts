import { afterEach, describe, expect, it } from 'vitest';
import { extract } from '../extraction/extract.ts';
import { growGallery, touchAgain } from '../search/bench/grow-gallery.ts';
import { createFingerGallery } from '../search/finger-gallery.ts';
import { inThisThread } from '../search/in-this-thread.ts';
import { growFinger, impress } from '../synthetic/index.ts';
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
  it('extracts and searches in its workers as the plain functions do', async () => {
    const engine = openFingerprintEngine({ workers: 2 });
    try {
      const fingers = [1, 2].map(growFinger);
      const gallery = engine.createGallery();
      for (const [i, finger] of fingers.entries()) {
        const extraction = await engine.extract(impress(finger, { seed: 1 }));
        if (extraction.outcome === 'extracted') gallery.add(`p${i}`, extraction.template);
      }
      const again = extract(impress(fingers[1], { seed: 2 }));
      if (again.outcome !== 'extracted') throw new Error('the synthetic print gives no template');
      const found = await gallery.search(again.template, 5);
      expect(found.map(({ personId }) => personId)).toEqual(['p1', 'p0']);
    } finally {
      await engine.close();
    }
  });

  it('finds the same as one thread, while people come and go and searches wait for each other', async () => {
    const engine = openFingerprintEngine({ workers: 2 });
    try {
      const templates = growGallery(3000, 5);
      const galleries = [engine.createGallery(), createFingerGallery(inThisThread)];
      for (const gallery of galleries)
        for (const [i, template] of templates.entries()) gallery.add(`p${i}`, template);
      const searching = [0, 700, 1400, 2100, 2800].map((finger) =>
        galleries.map((gallery) => gallery.search(touchAgain(templates[finger], 1), 1)),
      );
      for (let i = 1; i < 600; i += 2) {
        galleries[0].remove(`p${i}`);
        galleries[0].add(`q${i}`, templates[i]);
      }
      for (const [threads, here] of searching) expect(await threads).toEqual(await here);
    } finally {
      await engine.close();
    }
  });
});
