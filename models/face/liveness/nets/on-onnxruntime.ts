/* The nets as ONNX graphs, written in memory from the packaged graph models. */
import { oneThread } from '../../nets/on-onnxruntime.ts';
import { readGraphModel } from './graph-model.ts';
import type { GraphBackEnd } from './mesh-nets.ts';
import { onnxOf, PICTURE } from './to-onnx.ts';

/** @throws when onnxruntime-node is not installed, or not for this machine */
export async function openOnnxruntime(): Promise<GraphBackEnd> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  return {
    name: 'onnxruntime',
    async open(net, side, outputs) {
      const session = await InferenceSession.create(onnxOf(readGraphModel(net), side, outputs), oneThread);
      return async (pictures) => {
        const bytes = new Uint8Array(pictures.length * side * side * 3);
        for (const [i, picture] of pictures.entries()) bytes.set(picture, i * side * side * 3);
        const shape = [pictures.length, side, side, 3];
        const found = await session.run({ [PICTURE]: new Tensor('uint8', bytes, shape) });
        return session.outputNames.map((output) => {
          const { data } = found[output];
          if (data instanceof Float32Array) return data;
          throw new Error(`${net} gives no floats`);
        });
      };
    },
  };
}
