/**
 * The weights the face engine runs on. `models/weights.json` names each file with its SHA-256; a file is hashed as it is
 * read, and the very bytes that were hashed go into the net, so nothing can be swapped in between.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import listed from '../weights.json' with { type: 'json' };

/** How face-api lays out a net: its parameters in order, mostly quantised to one byte. */
const manifest = z
  .array(
    z.object({
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.number().int().nonnegative()),
          dtype: z.enum(['float32', 'int32']),
          quantization: z
            .object({ dtype: z.enum(['uint8', 'uint16']), scale: z.number(), min: z.number() })
            .optional(),
        }),
      ),
    }),
  )
  .length(1);

export const netNames = [
  'tinyFaceDetector',
  'ssdMobilenetv1',
  'faceLandmark68Net',
  'faceRecognitionNet',
] as const;
export type NetName = (typeof netNames)[number];

/** File name → SHA-256, for each net. */
export type WeightList = Readonly<Record<NetName, Readonly<Record<string, string>>>>;

export const listedWeights: WeightList = listed.face.nets;

export interface NetWeights {
  readonly bytes: ArrayBuffer;
  readonly specs: z.infer<typeof manifest>[number]['weights'];
}

/** The folder inside the face-api package that holds its weights, wherever npm put it. */
export function packagedWeights(): string {
  return packageFolder(listed.face.package, listed.face.folder);
}

/** A folder inside an installed package. */
export function packageFolder(name: string, folder: string): string {
  const description = findPackageJSON(name, import.meta.url);
  if (!description) throw new FaceEngineRefused(`${name} is not installed`);
  return join(dirname(description), folder);
}

/** The weights are missing, altered or unreadable, or compute something else than they should: no matching with them. */
export class FaceEngineRefused extends Error {
  override readonly name = 'FaceEngineRefused';
}

/**
 * Reads one net's files and checks each against the list.
 *
 * @throws FaceEngineRefused naming the first file that is missing or differs
 */
export function readWeights(net: NetName, folder: string, list: WeightList = listedWeights): NetWeights {
  const files = Object.entries(list[net]).map(([file, sha256]) => ({
    file,
    bytes: readListed(folder, file, sha256),
  }));
  const description = files.find(({ file }) => file.endsWith('.json'));
  const data = files.find(({ file }) => file.endsWith('.bin'));
  if (!description || !data) throw new FaceEngineRefused(`weights of ${net} are not listed completely`);
  const parsed = manifest.safeParse(JSON.parse(new TextDecoder().decode(description.bytes)));
  if (!parsed.success) throw new FaceEngineRefused(`${description.file} does not describe a net`);
  const bytes = new ArrayBuffer(data.bytes.length);
  new Uint8Array(bytes).set(data.bytes);
  return { bytes, specs: parsed.data[0].weights };
}

/** @throws FaceEngineRefused when the file is missing, or another than the listed one */
export function readListed(folder: string, file: string, sha256: string): Uint8Array {
  const bytes = readOr(folder, file);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new FaceEngineRefused(`${file} is not the file listed in models/weights.json`);
  }
  return bytes;
}

function readOr(folder: string, file: string): Uint8Array {
  try {
    return readFileSync(join(folder, file));
  } catch (cause) {
    throw new FaceEngineRefused(`${file} cannot be read`, { cause });
  }
}
