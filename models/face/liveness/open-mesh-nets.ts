/*
 * The mesh nets on the fastest back end that gives the right numbers, as the engine's own nets: the weights are checked by
 * their SHA-256, then one known picture must give the known points.
 */
import type { BackEndName } from '../nets/back-end.ts';
import { knownPicture } from '../self-check.ts';
import { FaceEngineRefused } from '../weights.ts';
import { EYE_SIZE, type GraphBackEnd, MESH_SIZE, type MeshNets, meshNetsOn } from './nets/mesh-nets.ts';
import known from './self-check.json' with { type: 'json' };

/** Pixels of the inputs; the two back ends differ by 1e-4, another net by whole pixels. */
const TOLERANCE = 1e-2;
/** Every so many-th number is kept. */
const EVERY = 12;

const openers: Readonly<Record<BackEndName, () => Promise<GraphBackEnd>>> = {
  onnxruntime: async () => (await import('./nets/on-onnxruntime.ts')).openOnnxruntime(),
  'tfjs-wasm': async () => (await import('./nets/on-tfjs.ts')).openTfjs(),
};

/**
 * @param among the back ends to try, in this order
 * @throws FaceEngineRefused when a file differs from the list, or no back end gives the known points
 */
export async function openMeshNets(among: readonly BackEndName[]): Promise<MeshNets> {
  const passedOver: string[] = [];
  for (const name of among) {
    try {
      const nets = await meshNetsOn(await openers[name]());
      if (near(await judgeKnown(nets), known)) return nets;
      passedOver.push(`${name}: the self-check gives other points than the known ones`);
    } catch (error) {
      if (error instanceof FaceEngineRefused) throw error;
      passedOver.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new FaceEngineRefused(passedOver.join('; '));
}

/** What the nets say of the known picture. */
export async function judgeKnown(nets: MeshNets): Promise<number[]> {
  const { points, presence } = await nets.mesh(knownPicture(MESH_SIZE));
  const eyes = await nets.eyes([knownPicture(EYE_SIZE)]);
  return [presence, ...[...points, ...eyes.flat()].flat().filter((_, i) => i % EVERY === 0)];
}

/** Also false when a number is not one. */
function near(numbers: readonly number[], expected: readonly number[]): boolean {
  return expected.every((value, i) => Math.abs(numbers[i] - value) <= TOLERANCE);
}
