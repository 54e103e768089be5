import { expect, test } from 'vitest';
import { openPool } from './pool.ts';

/* The pool with a worker that does as it is told: it doubles a number, throws at 'fail', and dies at 'crash'. */

function script(atStart = ''): URL {
  const source = `
    import { parentPort, workerData, threadId } from 'node:worker_threads';
    ${atStart}
    parentPort.on('message', ({ id, task }) => {
      if (task === 'crash') throw new Error('out of memory');
      if (task === 'hang') return;
      if (task === 'slow') return setTimeout(() => parentPort.postMessage({ id, result: 7 }), 50);
      if (task === 'fail') parentPort.postMessage({ id, failed: 'no' });
      else parentPort.postMessage({ id, result: task === 'who' ? threadId : task * 2 });
    });
    parentPort.postMessage({ ready: true });`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

function open(workers: number, atStart?: string, start: unknown = null) {
  const refusal = (reason: string) => new RangeError(reason);
  return openPool<number | string, number>({ script: script(atStart), start, refusal }, workers);
}

test('a crashed worker rejects its own tasks and is replaced', async () => {
  const pool = await open(1);
  const before = await pool.run('who');
  const [crashed, hanging] = await Promise.allSettled([pool.run('crash'), pool.run('hang')]);
  expect([crashed.status, hanging.status]).toEqual(['rejected', 'rejected']);
  expect(await pool.run(21)).toBe(42);
  expect(await pool.run('who')).not.toBe(before);
  await pool.close();
});

test('a crash leaves the other workers at their work', async () => {
  const pool = await open(2);
  const [crashed, answered] = await Promise.allSettled([pool.run('crash'), pool.run(4)]);
  expect(crashed.status).toBe('rejected');
  expect(answered).toEqual({ status: 'fulfilled', value: 8 });
  await pool.close();
});

test('a task that fails is rejected and the worker goes on', async () => {
  const pool = await open(1);
  await expect(pool.run('fail')).rejects.toThrow('no');
  expect(await pool.run(1)).toBe(2);
  await pool.close();
});

test('a worker that refuses to work, or dies at start, opens no pool', async () => {
  const refusing = `parentPort.postMessage({ refused: 'wrong weights' });`;
  await expect(open(2, refusing)).rejects.toThrow(new RangeError('wrong weights'));
  await expect(open(1, `throw new Error('no memory');`)).rejects.toThrow('crashed');
});

test('a successor that cannot start is not tried again and again', async () => {
  const starts = new Int32Array(new SharedArrayBuffer(4));
  const once = `if (Atomics.add(workerData, 0, 1) > 0) throw new Error('gone for good');`;
  const pool = await open(1, once, starts);
  await expect(pool.run('crash')).rejects.toThrow('crashed');
  await expect(pool.run(1)).rejects.toThrow('crashed');
  await expect(pool.run(1)).rejects.toThrow('crashed');
  expect(starts[0]).toBe(2);
  await pool.close();
});

test('what is under way when it closes is still answered', async () => {
  const pool = await open(2);
  const slow = [pool.run('slow'), pool.run('slow')];
  await pool.close();
  expect(await Promise.all(slow)).toEqual([7, 7]);
});

test('closing rejects what never ends, and whatever comes later', async () => {
  const pool = await open(1);
  const hanging = pool.run('hang');
  const rejected = expect(hanging).rejects.toThrow();
  await pool.close();
  await rejected;
  await expect(pool.run(1)).rejects.toThrow('closed');
});
