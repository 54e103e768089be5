/* The nets as ONNX graphs, written in memory from the packaged graph models. */
import { oneThread } from '../../nets/on-onnxruntime.ts';
import { type GraphName, readGraphModel } from './graph-model.ts';
import { EYE_OUTPUTS, EYE_SIZE, type GraphRunner, MESH_OUTPUTS, MESH_SIZE } from './mesh-nets.ts';
import { onnxOf, PICTURE } from './to-onnx.ts';

/** @throws when onnxruntime-node is not installed, or not for this machine */
export async function openOnnxruntime(): Promise<GraphRunner> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const open = async (name: GraphName, side: number, outputs: readonly string[]) => {
    const model = await InferenceSession.create(onnxOf(readGraphModel(name), side, outputs), oneThread);
    return async (pictures: readonly Uint8Array[]) => {
      const bytes = new Uint8Array(pictures.length * side * side * 3);
      for (const [i, picture] of pictures.entries()) bytes.set(picture, i * side * side * 3);
      const found = await model.run({
        [PICTURE]: new Tensor('uint8', bytes, [pictures.length, side, side, 3]),
      });
      return model.outputNames.map((output) => {
        const { data } = found[output];
        if (data instanceof Float32Array) return data;
        throw new Error(`${name} gives no floats`);
      });
    };
  };
  const mesh = await open('facemesh', MESH_SIZE, MESH_OUTPUTS);
  const eyes = await open('iris', EYE_SIZE, EYE_OUTPUTS);
  return {
    name: 'onnxruntime',
    async mesh(picture) {
      const [points, presence] = await mesh([picture]);
      return [points, presence];
    },
    async eyes(pictures) {
      const [points] = await eyes(pictures);
      return points;
    },
  };
}
