/** The nets a challenge needs beside the engine's own. They live in the same worker thread. */
import type { BackEndName } from '../../nets/back-end.ts';

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

/** What the nets give as they are: rows of numbers. */
export interface GraphRunner {
  readonly name: BackEndName;
  /** 1404 numbers, and the presence. */
  mesh(picture: Uint8Array): Promise<readonly [Float32Array, Float32Array]>;
  /** 228 numbers for each picture, in one row. */
  eyes(pictures: readonly Uint8Array[]): Promise<Float32Array>;
}

export const MESH_OUTPUTS = ['Identity_2', 'Identity_1'] as const;
export const EYE_OUTPUTS = ['Identity'] as const;

export function meshNetsOn(runner: GraphRunner): MeshNets {
  return {
    backEnd: runner.name,
    async mesh(input) {
      const [numbers, [presence]] = await runner.mesh(input);
      return { points: pointsOf(numbers), presence };
    },
    async eyes(inputs) {
      const points = pointsOf(await runner.eyes(inputs));
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
