/* The nets as ONNX graphs, written in memory from the packaged weights and run by onnxruntime on the calling thread. */
import type { InferenceSession } from 'onnxruntime-node';
import type { NetName, NetWeights } from '../weights.ts';
import type { BackEnd } from './back-end.ts';
import { graphs, PICTURE } from './graphs.ts';

/** One thread a worker: a kiosk has as many workers as it can spare cores. */
export const oneThread = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  enableCpuMemArena: false,
} as const satisfies InferenceSession.SessionOptions;

/**
 * @param weights gives a net's weights; asked once, when the net is first run
 * @throws when onnxruntime-node is not installed, or not for this machine
 */
export async function openOnnxruntime(weights: (net: NetName) => NetWeights): Promise<BackEnd> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const sessions = new Map<NetName, Promise<InferenceSession>>();
  const session = (net: NetName) => {
    const open = sessions.get(net) ?? InferenceSession.create(graphs[net](weights(net)), oneThread);
    sessions.set(net, open);
    return open;
  };
  return {
    name: 'onnxruntime',
    async run(net, pictures, side) {
      const bytes = new Uint8Array(pictures.length * side * side * 3);
      for (const [i, picture] of pictures.entries()) bytes.set(picture, i * side * side * 3);
      const running = await session(net);
      const found = await running.run({
        [PICTURE]: new Tensor('uint8', bytes, [pictures.length, side, side, 3]),
      });
      return running.outputNames.map((output) => {
        const { data } = found[output];
        if (data instanceof Float32Array) return data;
        throw new Error(`${net} gives no floats`);
      });
    },
  };
}
