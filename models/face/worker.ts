/* A worker thread: opens the nets, checks itself, then answers one task after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { embed } from './embedding.ts';
import { guide } from './guidance.ts';
import type { MeshNets } from './liveness/nets/mesh-nets.ts';
import { observe } from './liveness/observe.ts';
import { openMeshNets } from './liveness/open-mesh-nets.ts';
import { openNets } from './open-nets.ts';
import type { FaceResult, FaceTask, WorkerStart } from './protocol.ts';
import type { WorkerMessage, WorkerRequest } from './thread.ts';

const { folder, list, among, recogniser }: WorkerStart = workerData;

function say(message: WorkerMessage<FaceResult>): void {
  parentPort?.postMessage(message);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  const { passedOver, ...eyes } = await openNets(folder, list, among, recogniser);
  let meshNets: Promise<MeshNets> | undefined;
  const work = async (task: FaceTask): Promise<FaceResult> => {
    if (task.task === 'running-on') return { backEnd: eyes.nets.backEnd, passedOver };
    if (task.task === 'observe') {
      meshNets ??= openMeshNets(among);
      return observe(eyes.nets, await meshNets, task.image);
    }
    return task.task === 'guide' ? guide(eyes.nets, task.image) : embed(eyes, task.image, task.options);
  };

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
