/* The nets as TensorFlow.js runs them, on its WebAssembly back end: the reference. Tensors are freed by hand. */
import tf from '@tensorflow/tfjs';
import { startTfjs } from '../../nets/on-tfjs.ts';
import { readGraphModel } from './graph-model.ts';
import type { GraphBackEnd } from './mesh-nets.ts';

export async function openTfjs(): Promise<GraphBackEnd> {
  await startTfjs();
  return {
    name: 'tfjs-wasm',
    async open(net, side, outputs) {
      const { topology, weights, bytes } = readGraphModel(net);
      const load = async () => ({ modelTopology: topology, weightSpecs: [...weights], weightData: bytes });
      const model = await tf.loadGraphModel({ load });
      return async (pictures) => {
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
    },
  };
}
