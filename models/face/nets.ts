/**
 * The four nets of face-api on the WebAssembly back end: fixed-size pictures in, plain numbers out. They live in one
 * worker thread. Tensors are freed by hand, as the back end has no garbage collector.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js';
import type { FaceBox, Point } from './image.ts';
import { type NetName, type NetWeights, readWeights, type WeightList } from './weights.ts';

const { tf, nets } = faceapi;

/** Sides of the square inputs, pixels. The quick detector takes any multiple of 32. */
export const CAREFUL_SIZE = 512;
export const LANDMARK_SIZE = 112;
export const CHIP_SIZE = 150;

/** Inputs are RGB, row-major, 0..255; boxes and points come back in pixels of the input. */
export interface Nets {
  /** TinyFaceDetector: tens of milliseconds, misses small and tilted faces. */
  findQuickly(input: Int32Array, size: number): Promise<FaceBox[]>;
  /** SSD MobileNet on 512 × 512: a third of a second, its weights loaded when first needed. */
  findCarefully(input: Int32Array): Promise<FaceBox[]>;
  /** 68 landmarks of the one face that fills the 112 × 112 input. */
  landmarks(input: Int32Array): Promise<Point[]>;
  /** The raw descriptor (128 numbers, not normalised) of each 150 × 150 chip. */
  describe(chips: readonly Int32Array[]): Promise<Float32Array[]>;
}

/** Below this score a "face" is mostly a hand, a lamp or a pattern on a cloth. */
const LEAST_SCORE = 0.5;
const MOST_FACES = 20;

/**
 * Starts the back end and fills the nets.
 *
 * @param folder where the weight files lie
 * @throws FaceEngineRefused when a file differs from the list
 */
export async function openNets(folder: string, list: WeightList): Promise<Nets> {
  const backEnd = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(join(dirname(backEnd), 'dist', '/'));
  await setBackend('wasm');
  await ready();
  fill('tinyFaceDetector', readWeights('tinyFaceDetector', folder, list));
  fill('faceLandmark68Net', readWeights('faceLandmark68Net', folder, list));
  fill('faceRecognitionNet', readWeights('faceRecognitionNet', folder, list));
  readWeights('ssdMobilenetv1', folder, list); // checked now, loaded when first needed: it costs 300 MB

  return {
    findQuickly: async (input, size) => {
      const options = { inputSize: size, scoreThreshold: LEAST_SCORE };
      const found = await using(input, size, (picture) =>
        nets.tinyFaceDetector.locateFaces(picture, options),
      );
      return found.map(toBox);
    },
    findCarefully: async (input) => {
      if (!nets.ssdMobilenetv1.isLoaded) fill('ssdMobilenetv1', readWeights('ssdMobilenetv1', folder, list));
      const options = { minConfidence: LEAST_SCORE, maxResults: MOST_FACES };
      const found = await using(input, CAREFUL_SIZE, (picture) =>
        nets.ssdMobilenetv1.locateFaces(picture, options),
      );
      return found.map(toBox);
    },
    landmarks: async (input) => {
      const found = await using(input, LANDMARK_SIZE, (picture) =>
        nets.faceLandmark68Net.detectLandmarks(picture),
      );
      const [face] = [found].flat();
      return face.positions.map(({ x, y }): Point => [x, y]);
    },
    describe: async (chips) => {
      const pictures = chips.map((chip) => tf.tensor3d(chip, [CHIP_SIZE, CHIP_SIZE, 3], 'int32'));
      try {
        return [await nets.faceRecognitionNet.computeFaceDescriptor(pictures)].flat();
      } finally {
        for (const picture of pictures) picture.dispose();
      }
    },
  };
}

function fill(net: NetName, { bytes, specs }: NetWeights): void {
  nets[net].loadFromWeightMap(tf.io.decodeWeights(bytes, specs));
}

/** Runs a net on a picture and frees the picture, whatever happens. */
async function using<T>(
  input: Int32Array,
  size: number,
  run: (picture: ReturnType<typeof tf.tensor3d>) => Promise<T>,
): Promise<T> {
  const picture = tf.tensor3d(input, [size, size, 3], 'int32');
  try {
    return await run(picture);
  } finally {
    picture.dispose();
  }
}

interface Detection {
  readonly score: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

function toBox({ score, box: { x, y, width, height } }: Detection): FaceBox {
  return { x, y, width, height, score };
}
