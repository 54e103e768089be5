/* The nets as face-api runs them, on tfjs' WebAssembly back end. Tensors are freed by hand: it has no garbage collector. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js';
import type { NetName, NetWeights } from '../weights.ts';
import type { BackEnd } from './back-end.ts';

const { tf, nets } = faceapi;

type Tensor = ReturnType<typeof tf.tensor3d>;
type Output = Pick<Tensor, 'data' | 'dispose'>;

const forward: Readonly<Record<NetName, (pictures: Tensor[], side: number) => Promise<readonly Output[]>>> = {
  tinyFaceDetector: async ([picture], side) => [await nets.tinyFaceDetector.forward(picture, side)],
  ssdMobilenetv1: async ([picture]) => {
    const { boxes, scores } = await nets.ssdMobilenetv1.forward(picture);
    return [boxes[0], scores[0]];
  },
  faceLandmark68Net: async (pictures) => [await nets.faceLandmark68Net.forward(pictures)],
  faceRecognitionNet: async (pictures) => [await nets.faceRecognitionNet.forward(pictures)],
};

/** Readies the back end; more than once does no harm. */
export async function startTfjs(): Promise<void> {
  const package_ = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(join(dirname(package_), 'dist', '/'));
  await setBackend('wasm');
  await ready();
}

/** @param weights gives a net's weights; asked once, when the net is first run */
export async function openTfjs(weights: (net: NetName) => NetWeights): Promise<BackEnd> {
  await startTfjs();
  return {
    name: 'tfjs-wasm',
    async run(net, pictures, side) {
      if (!nets[net].isLoaded) {
        const { bytes, specs } = weights(net);
        nets[net].loadFromWeightMap(tf.io.decodeWeights(bytes, specs));
      }
      const inputs = pictures.map((picture) => tf.tensor3d(picture, [side, side, 3], 'int32'));
      const outputs: Output[] = [];
      try {
        outputs.push(...(await forward[net](inputs, side)));
        return await Promise.all(outputs.map(async (output) => Float32Array.from(await output.data())));
      } finally {
        for (const tensor of [...inputs, ...outputs]) tensor.dispose();
      }
    },
  };
}
