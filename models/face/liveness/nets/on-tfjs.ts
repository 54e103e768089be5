/* The nets as TensorFlow.js runs them, on its WebAssembly back end: the reference. Tensors are freed by hand. */
import tf from '@tensorflow/tfjs';
import { startTfjs } from '../../nets/on-tfjs.ts';
import { type GraphName, readGraphModel } from './graph-model.ts';
import { EYE_OUTPUTS, EYE_SIZE, type GraphRunner, MESH_OUTPUTS, MESH_SIZE } from './mesh-nets.ts';

export async function openTfjs(): Promise<GraphRunner> {
  await startTfjs();
  const open = async (name: GraphName, side: number, outputs: readonly string[]) => {
    const { topology, weights, bytes } = readGraphModel(name);
    const load = async () => ({ modelTopology: topology, weightSpecs: [...weights], weightData: bytes });
    const model = await tf.loadGraphModel({ load });
    return async (pictures: readonly Uint8Array[]) => {
      const tensors = tf.tidy(() => {
        const shares = pictures.map((picture) =>
          tf.div(tf.tensor3d(picture, [side, side, 3], 'float32'), 255),
        );
        const found = model.execute(tf.stack(shares), [...outputs]);
        return Array.isArray(found) ? found : [found];
      });
      try {
        return await Promise.all(tensors.map(async (tensor) => Float32Array.from(await tensor.data())));
      } finally {
        for (const tensor of tensors) tensor.dispose();
      }
    };
  };
  const mesh = await open('facemesh', MESH_SIZE, MESH_OUTPUTS);
  const eyes = await open('iris', EYE_SIZE, EYE_OUTPUTS);
  return {
    name: 'tfjs-wasm',
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
