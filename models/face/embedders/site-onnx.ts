/* A site's own recogniser, run by onnxruntime. Chips go in one at a time, since many a net is exported for just one. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';
import { chipPlacement, fivePointPlacement } from '../chip.ts';
import { oneThread } from '../nets/on-onnxruntime.ts';
import { FaceEngineRefused } from '../weights.ts';
import { modelOf, type RecogniserDeclaration, type SiteRecogniser } from './declaration.ts';
import type { Recogniser } from './embedder.ts';

/**
 * Loads the recogniser's very bytes that were hashed.
 * @throws FaceEngineRefused when the file is missing or another than declared, onnxruntime is not installed, or the net
 *   takes or gives other shapes than declared
 */
export async function openSiteRecogniser(site: SiteRecogniser): Promise<Recogniser> {
  const { declaration } = site;
  const { input, chip } = declaration;
  const bytes = readDeclared(site);
  const { InferenceSession, Tensor } = await onnxruntime(declaration.file);
  const session = await InferenceSession.create(bytes, oneThread).catch((cause) => {
    throw new FaceEngineRefused(`${declaration.file} is not a net that onnxruntime can run`, { cause });
  });
  const shape = shapeOf(input);
  refuseOtherShapes(declaration, session);
  const [inputName] = session.inputNames;
  const [outputName] = session.outputNames;

  return {
    model: modelOf(site),
    chipSize: input.size,
    judgesStability: false,
    placements: (landmarks) => [
      chip.fit === 'dlib'
        ? chipPlacement(landmarks, chip.padding, input.size)
        : fivePointPlacement(landmarks, input.size),
    ],
    async describe(chips) {
      const descriptors: Float32Array[] = [];
      for (const one of chips) {
        const found = await session.run({ [inputName]: new Tensor('float32', fed(one, input), shape) });
        const { data } = found[outputName];
        if (!(data instanceof Float32Array)) throw new Error('the recogniser gives no floats');
        descriptors.push(data);
      }
      return descriptors;
    },
  };
}

function readDeclared({ declaration: { file, sha256 }, folder }: SiteRecogniser): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(folder, file));
  } catch (cause) {
    throw new FaceEngineRefused(`${file} cannot be read`, { cause });
  }
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new FaceEngineRefused(`${file} is not the file declared in models/weights.json`);
}

async function onnxruntime(file: string): Promise<typeof import('onnxruntime-node')> {
  try {
    return await import('onnxruntime-node');
  } catch (cause) {
    throw new FaceEngineRefused(`${file} needs onnxruntime-node, which is not installed`, { cause });
  }
}

type Input = RecogniserDeclaration['input'];

function shapeOf({ layout, size }: Input): readonly number[] {
  return layout === 'nchw' ? [1, 3, size, size] : [1, size, size, 3];
}

function refuseOtherShapes(
  { file, input, dimensions }: RecogniserDeclaration,
  session: InferenceSession,
): void {
  for (const [what, values, declared] of [
    ['take', session.inputMetadata, shapeOf(input)],
    ['give', session.outputMetadata, [1, dimensions]],
  ] as const) {
    const found = values.map((value) =>
      value.isTensor ? `${value.type} [${value.shape.join(', ')}]` : 'no tensor',
    );
    if (values.length === 1 && fits(values[0], declared)) continue;
    throw new FaceEngineRefused(
      `${file} is declared to ${what} float32 [${declared.join(', ')}], but its shape is ${found.join(' and ')}`,
    );
  }
}

/** A size that the net leaves open has a name, or is negative. */
function fits(value: InferenceSession.ValueMetadata, declared: readonly number[]): boolean {
  if (!value.isTensor || value.type !== 'float32' || value.shape.length !== declared.length) return false;
  return value.shape.every((size, i) => typeof size === 'string' || size < 0 || size === declared[i]);
}

/** The chip's bytes as the net wants them. */
function fed(chip: Uint8Array, { size, layout, channels, mean, scale }: Input): Float32Array {
  const out = new Float32Array(chip.length);
  const pixels = size * size;
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let c = 0; c < 3; c++) {
      const level = chip[pixel * 3 + (channels === 'rgb' ? c : 2 - c)];
      out[layout === 'nchw' ? c * pixels + pixel : pixel * 3 + c] = (level - mean[c]) * scale[c];
    }
  }
  return out;
}
