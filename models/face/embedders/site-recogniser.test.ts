import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cosine, FaceEngineRefused, openFaceEngine } from '../index.ts';
import { buildModel } from '../nets/onnx-model.ts';
import { portrait, rgb } from '../samples.ts';
import { knownPicture } from '../self-check.ts';
import { listedRecogniser, modelOf, parseDeclaration, type RecogniserDeclaration } from './declaration.ts';

/* A net so small that its template can be worked out by hand: means of squares of the chip, times a matrix. */

const SIZE = 32;
const CELL = 8;
const CELLS = (SIZE / CELL) ** 2 * 3;
const DIMENSIONS = 24;
const weights = Float32Array.from({ length: CELLS * DIMENSIONS }, (_, i) => Math.sin(i * i + 1));
const mean = [100, 110, 120];
const scale = [0.01, 0.02, 0.005];

type Layout = RecogniserDeclaration['input']['layout'];

function net(layout: Layout, matrix: Float32Array = weights): Uint8Array {
  const model = buildModel();
  const shape = layout === 'nchw' ? [1, 3, SIZE, SIZE] : [1, SIZE, SIZE, 3];
  const planes = layout === 'nchw' ? 'chip' : model.node('Transpose', ['chip'], { perm: [0, 3, 1, 2] });
  const means = model.node('AveragePool', [planes], { kernel_shape: [CELL, CELL], strides: [CELL, CELL] });
  const flat = model.node('Flatten', [means]);
  const out = model.node('MatMul', [flat, model.constant('float', [CELLS, DIMENSIONS], matrix)]);
  return model.encode({ chip: { type: 'float', shape } }, { [out]: [1, DIMENSIONS] });
}

/** What the net above gives for a chip, RGB bytes, and its mirror image, at unit length. */
function byHand(chip: Uint8Array, channels: 'rgb' | 'bgr'): number[] {
  const side = SIZE / CELL;
  const sum = new Array<number>(DIMENSIONS).fill(0);
  for (const mirrored of [false, true]) {
    for (let i = 0; i < chip.length; i++) {
      const [pixel, c] = [Math.floor(i / 3), channels === 'rgb' ? i % 3 : 2 - (i % 3)];
      const [x, y] = [pixel % SIZE, Math.floor(pixel / SIZE)];
      const column = Math.floor((mirrored ? SIZE - 1 - x : x) / CELL);
      const cell = (c * side + Math.floor(y / CELL)) * side + column;
      const level = ((chip[i] - mean[c]) * scale[c]) / CELL ** 2;
      for (let d = 0; d < DIMENSIONS; d++) sum[d] += level * weights[cell * DIMENSIONS + d];
    }
  }
  const norm = Math.hypot(...sum);
  return sum.map((value) => value / norm);
}

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recogniser-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** A site's declaration of the net, which lies in the folder. */
async function declared(
  bytes: Uint8Array = net('nchw'),
  { layout = 'nchw', channels = 'rgb' }: Partial<RecogniserDeclaration['input']> = {},
): Promise<RecogniserDeclaration> {
  await writeFile(join(folder, 'own.onnx'), bytes);
  return {
    name: 'own',
    file: 'own.onnx',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    input: { size: SIZE, layout, channels, mean, scale },
    chip: { fit: 'five-points' },
    dimensions: DIMENSIONS,
    calibration: [
      [0.2, 10],
      [0.4, 30],
      [0.6, 50],
    ],
    knownVector: byHand(knownPicture(SIZE), channels).slice(0, 8),
  };
}

const open = (declaration: RecogniserDeclaration) =>
  openFaceEngine({ recogniser: { declaration: parseDeclaration(declaration), folder } });

describe("a site's own recogniser", () => {
  test.each([
    { layout: 'nchw', channels: 'rgb' },
    { layout: 'nchw', channels: 'bgr' },
    { layout: 'nhwc', channels: 'rgb' },
  ] as const)('is fed as it is declared: %o', async (input) => {
    const engine = await open(await declared(net(input.layout), input));
    expect(engine.dimensions).toBe(DIMENSIONS);
    await engine.close();
  });

  test.each([{ fit: 'five-points' }, { fit: 'dlib', padding: 0.3 }] as const)(
    'makes templates of a face cut by %o, and its thresholds and scores are its own',
    async (chip) => {
      const engine = await open({ ...(await declared()), chip });
      const photo = await rgb(await portrait('sixth'));
      const [one, other] = [await engine.embed(photo), await engine.embed(photo)];
      if (one.outcome !== 'embedded' || other.outcome !== 'embedded') throw new Error('expected templates');
      expect(one.vector).toHaveLength(DIMENSIONS);
      expect(Math.hypot(...one.vector)).toBeCloseTo(1, 5);
      expect(cosine(one.vector, other.vector)).toBeCloseTo(1, 6);
      expect(one.quality.score).toBeGreaterThan(0);
      expect(engine.thresholds.candidate).toBeCloseTo(0.4);
      expect(engine.score(0.3)).toBeCloseTo(20);
      await engine.close();
    },
  );

  test('is the one that models/weights.json names', async () => {
    const declaration = await declared();
    expect(listedRecogniser({ face: { recogniser: declaration } })).toMatchObject({ declaration });
    expect(listedRecogniser({ face: {} })).toBeNull();
  });

  test('gets another id with whatever changes its templates, and with nothing else', async () => {
    const own = await declared();
    const idOf = (declaration: RecogniserDeclaration) => modelOf({ declaration, folder }).id;
    expect(idOf(own)).toMatch(/^own\/[0-9a-f]{12}$/);
    const { knownVector: _, ...unchecked } = own;
    expect(idOf({ ...unchecked, file: 'moved.onnx' })).toBe(idOf(own));
    expect(idOf({ ...own, input: { ...own.input, channels: 'bgr' } })).not.toBe(idOf(own));
    expect(idOf({ ...own, chip: { fit: 'dlib', padding: 0.25 } })).not.toBe(idOf(own));
    expect(idOf({ ...own, sha256: '0'.repeat(64) })).not.toBe(idOf(own));
  });
});

describe('is refused, with the reason', () => {
  async function refusal(change: Partial<RecogniserDeclaration>, bytes?: Uint8Array): Promise<string> {
    const opening = open({ ...(await declared(bytes)), ...change });
    await expect(opening).rejects.toThrow(FaceEngineRefused);
    return opening.then(String, (error: Error) => error.message);
  }

  test('when its file is missing', async () => {
    expect(await refusal({ file: 'gone.onnx' })).toBe('gone.onnx cannot be read');
  });

  test('when its file has been altered', async () => {
    expect(await refusal({ sha256: '0'.repeat(64) })).toMatch('own.onnx is not the file declared');
  });

  test('when its file is no net', async () => {
    expect(await refusal({}, Uint8Array.of(1, 2, 3))).toMatch('not a net');
  });

  test('when it takes pictures of another size', async () => {
    const input = { size: 48, layout: 'nchw', channels: 'rgb', mean, scale } as const;
    expect(await refusal({ input })).toBe(
      'own.onnx is declared to take float32 [1, 3, 48, 48], but its shape is float32 [1, 3, 32, 32]',
    );
  });

  test('when it gives another number of dimensions', async () => {
    expect(await refusal({ dimensions: 128 })).toMatch('declared to give float32 [1, 128]');
  });

  test('when it gives what is no number', async () => {
    const broken = weights.map((value, i) => (i === 5 ? Number.NaN : value));
    expect(await refusal({}, net('nchw', broken))).toMatch('not a finite number');
  });

  test('when the known picture gives another vector: here, channels taken for one another', async () => {
    const { input } = await declared();
    expect(await refusal({ input: { ...input, channels: 'bgr' } })).toMatch('another vector than the known');
  });

  test('when no known vector is stated, and it is told how it begins here', async () => {
    const { knownVector, ...unchecked } = await declared();
    const opening = open(unchecked);
    await expect(opening).rejects.toThrow('no knownVector is declared');
    const told = await opening.then(String, (error: Error) => /\[(.*)\]/.exec(error.message)?.[1] ?? '');
    for (const [i, value] of told.split(', ').entries())
      expect(Number(value)).toBeCloseTo(knownVector?.[i] ?? 9, 4);
  });

  test.each([
    [
      'calibration',
      {
        calibration: [
          [0.4, 30],
          [0.3, 50],
        ],
      },
    ],
    [
      'calibration',
      {
        calibration: [
          [0.1, 3],
          [0.3, 20],
        ],
      },
    ],
    ['sha256', { sha256: 'none' }],
    ['input.size', { input: { size: 0, layout: 'nchw', channels: 'rgb', mean, scale } }],
    ['chip.padding', { chip: { fit: 'dlib' } }],
  ])('when its declaration is wrong at %s', async (field, change) => {
    const wrong = { ...(await declared()), ...change };
    expect(() => parseDeclaration(wrong)).toThrow(FaceEngineRefused);
    expect(() => parseDeclaration(wrong)).toThrow(field);
  });

  test('when onnxruntime is not installed', async () => {
    const site = { declaration: await declared(), folder };
    const program = `
      import { registerHooks } from 'node:module';
      registerHooks({
        resolve(specifier, context, next) {
          if (specifier === 'onnxruntime-node') throw new Error('not installed');
          return next(specifier, context);
        },
      });
      const { openSiteRecogniser } = await import(${JSON.stringify(new URL('./site-onnx.ts', import.meta.url))});
      const opening = openSiteRecogniser(${JSON.stringify(site)});
      process.stdout.write(await opening.then(String, ({ name, message }) => name + ': ' + message));`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '--eval',
      program,
    ]);
    expect(stdout).toBe('FaceEngineRefused: own.onnx needs onnxruntime-node, which is not installed');
  });
});
