/** The nets a challenge needs beside the engine's own. They live in the same worker thread. */
import type { BackEndName } from '../../nets/back-end.ts';
import type { GraphName } from './graph-model.ts';

/** Sides of the square inputs, pixels. */
export const MESH_SIZE = 192;
export const EYE_SIZE = 64;

/** A point in pixels of the input, x to the right, y down, z away from the camera. */
export type SolidPoint = readonly [number, number, number];

export interface MeshNets {
  readonly backEnd: BackEndName;
  /** The 468 points of MediaPipe's face mesh, for the one face in a 192 × 192 input, and how sure it is one (0..1). */
  mesh(input: Uint8Array): Promise<{ readonly points: readonly SolidPoint[]; readonly presence: number }>;
  /** Lids, brows and iris, 76 points for each 64 × 64 input; each shows a left eye (of the person), or a mirrored right one. */
  eyes(inputs: readonly Uint8Array[]): Promise<readonly (readonly SolidPoint[])[]>;
}

/** Opens a net on what runs it: square pictures of `side` pixels in, a row of numbers for all pictures from each output. */
export interface GraphBackEnd {
  readonly name: BackEndName;
  open(
    net: GraphName,
    side: number,
    outputs: readonly string[],
  ): Promise<(pictures: readonly Uint8Array[]) => Promise<readonly Float32Array[]>>;
}

export async function meshNetsOn({ name, open }: GraphBackEnd): Promise<MeshNets> {
  const mesh = await open('facemesh', MESH_SIZE, ['Identity_2', 'Identity_1']);
  const eyes = await open('iris', EYE_SIZE, ['Identity']);
  return {
    backEnd: name,
    async mesh(input) {
      const [numbers, [presence]] = await mesh([input]);
      return { points: pointsOf(numbers), presence };
    },
    async eyes(inputs) {
      const [numbers] = await eyes(inputs);
      const points = pointsOf(numbers);
      const each = points.length / inputs.length;
      return inputs.map((_, i) => points.slice(i * each, (i + 1) * each));
    },
  };
}

function pointsOf(numbers: Float32Array): SolidPoint[] {
  return Array.from({ length: numbers.length / 3 }, (_, i) => [
    numbers[3 * i],
    numbers[3 * i + 1],
    numbers[3 * i + 2],
  ]);
}
