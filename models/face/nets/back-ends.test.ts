import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { backEnds, cosine, type FaceEngine, openFaceEngine } from '../index.ts';
import { portrait, rgb, sampleNames } from '../samples.ts';
import { packagedWeights, readWeights } from '../weights.ts';
import { type Nets, netsOn } from './nets.ts';
import { openOnnxruntime } from './on-onnxruntime.ts';
import { openTfjs } from './on-tfjs.ts';

/* onnxruntime runs graphs of our own writing; tfjs-wasm runs face-api's. They must see the same. */

describe('onnxruntime computes what tfjs-wasm does', () => {
  let fast: Nets;
  let reference: Nets;

  beforeAll(async () => {
    const weights = (net: Parameters<typeof readWeights>[0]) => readWeights(net, packagedWeights());
    fast = netsOn(await openOnnxruntime(weights));
    reference = netsOn(await openTfjs(weights));
  });

  async function square(side: number): Promise<Uint8Array> {
    const { pixels } = await rgb((await portrait('sixth')).resize(side, side, { fit: 'fill' }));
    return pixels;
  }

  function furthest(one: readonly number[], other: readonly number[]): number {
    expect(one).toHaveLength(other.length);
    return Math.max(...one.map((value, i) => Math.abs(value - other[i])));
  }

  test('descriptors', async () => {
    const chips = [await square(150), new Uint8Array(150 * 150 * 3).fill(90)];
    const [one, other] = [await fast.describe(chips), await reference.describe(chips)];
    for (const [i, vector] of one.entries()) expect(furthest([...vector], [...other[i]])).toBeLessThan(1e-5);
  });

  test('landmarks', async () => {
    const face = await square(112);
    const [one, other] = [await fast.landmarks(face), await reference.landmarks(face)];
    expect(furthest(one.flat(), other.flat())).toBeLessThan(1e-3);
  });

  test.each([
    ['quick', 'findQuickly', 224],
    ['quick, at another size', 'findQuickly', 320],
    ['careful', 'findCarefully', 512],
  ] as const)('boxes of the detector: %s', async (_, find, side) => {
    const picture = await square(side);
    const [one, other] = [await fast[find](picture, side), await reference[find](picture, side)];
    expect(one.length).toBeGreaterThan(0);
    const numbers = (boxes: typeof one) => boxes.flatMap((box) => Object.values(box));
    expect(furthest(numbers(one), numbers(other))).toBeLessThan(1e-2);
  });
});

test('either back end gives the same template, and the engine says which runs', async () => {
  const engines: FaceEngine[] = [];
  for (const backEnd of backEnds) engines.push(await openFaceEngine({ backEnds: [backEnd] }));
  expect(engines.map(({ runningOn }) => runningOn.backEnd)).toEqual(backEnds);
  for (const sample of sampleNames.slice(0, 2)) {
    const photo = await rgb(await portrait(sample));
    const [one, other] = await Promise.all(engines.map((engine) => engine.embed(photo)));
    if (one.outcome !== 'embedded' || other.outcome !== 'embedded') throw new Error('expected templates');
    // A landmark off by a hundred-thousandth of a pixel may round a pixel of the chip the other way.
    expect(cosine(one.vector, other.vector)).toBeGreaterThan(0.9999);
  }
  for (const engine of engines) await engine.close();
});

describe('tfjs-wasm takes over', () => {
  /** What an engine runs on in a process whose `onnxruntime-node` is the given module, or none. */
  async function runningOn(onnxruntime: string | null): Promise<unknown> {
    const program = `
      import { registerHooks } from 'node:module';
      registerHooks({
        resolve(specifier, context, next) {
          if (specifier !== 'onnxruntime-node') return next(specifier, context);
          const source = ${JSON.stringify(onnxruntime)};
          if (source === null) throw new Error('not installed');
          return { url: 'data:text/javascript,' + encodeURIComponent(source), shortCircuit: true };
        },
      });
      const { openNets } = await import(${JSON.stringify(new URL('../open-nets.ts', import.meta.url))});
      const weights = await import(${JSON.stringify(new URL('../weights.ts', import.meta.url))});
      const { packagedWeights, listedWeights } = weights;
      const { nets, passedOver } =
        await openNets(packagedWeights(), listedWeights, ['onnxruntime', 'tfjs-wasm']);
      process.stdout.write(JSON.stringify({ backEnd: nets.backEnd, passedOver }));`;
    const options = ['--input-type=module', '--eval', program];
    const { stdout } = await promisify(execFile)(process.execPath, options);
    return JSON.parse(stdout);
  }

  test('where onnxruntime is not installed', async () => {
    expect(await runningOn(null)).toEqual({
      backEnd: 'tfjs-wasm',
      passedOver: ['onnxruntime: not installed'],
    });
  });

  test('where onnxruntime computes something else', async () => {
    const wrong = `
      export class Tensor {}
      export class InferenceSession {
        outputNames = ['out'];
        static async create() { return new InferenceSession(); }
        async run() { return { out: { data: new Float32Array(256).fill(1) } }; }
      }`;
    expect(await runningOn(wrong)).toEqual({
      backEnd: 'tfjs-wasm',
      passedOver: ['onnxruntime: the self-check gives another vector than the known one'],
    });
  });
});
