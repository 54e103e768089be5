/* A worker thread: opens the nets, checks itself, then answers one task after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { embed } from './embedding.ts';
import { guide } from './guidance.ts';
import { openNets } from './nets.ts';
import type { FaceResult, FaceTask, WorkerStart } from './protocol.ts';
import { checkItself } from './self-check.ts';
import type { WorkerMessage, WorkerRequest } from './thread.ts';

const { folder, list }: WorkerStart = workerData;

function say(message: WorkerMessage<FaceResult>): void {
  parentPort?.postMessage(message);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  const nets = await openNets(folder, list);
  await checkItself(nets);
  const work = (task: FaceTask): Promise<FaceResult> =>
    task.task === 'guide' ? guide(nets, task.image) : embed(nets, task.image, task.options);

  parentPort?.on('message', async ({ id, task }: WorkerRequest<FaceTask>) => {
    try {
      say({ id, result: await work(task) });
    } catch (error) {
      say({ id, failed: reason(error) });
    }
  });
  say({ ready: true });
} catch (error) {
  say({ refused: reason(error) });
}
