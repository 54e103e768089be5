/*
 * The two nets of MediaPipe that come inside `@vladmandic/human`, as TensorFlow.js graph models: a `.json` that lists the
 * operators, and a `.bin` with the weights one after the other, some as float16. Each file is checked by its SHA-256 in
 * `models/weights.json` before it is used.
 */
import { z } from 'zod';
import listed from '../../../weights.json' with { type: 'json' };
import { FaceEngineRefused, packageFolder, readListed } from '../../weights.ts';

const numbers = z.array(z.string().transform(Number));
const text = z.base64().transform((encoded) => Buffer.from(encoded, 'base64').toString('latin1'));

const attributes = z.object({
  strides: z.object({ list: z.object({ i: numbers }) }).optional(),
  ksize: z.object({ list: z.object({ i: numbers }) }).optional(),
  padding: z.object({ s: text }).optional(),
  fused_ops: z.object({ list: z.object({ s: z.array(text) }) }).optional(),
});

const description = z.object({
  modelTopology: z.object({
    node: z.array(
      z.object({
        name: z.string(),
        op: z.string(),
        input: z.array(z.string()).default([]),
        attr: attributes.default({}),
      }),
    ),
  }),
  weightsManifest: z
    .array(
      z.object({
        weights: z.array(
          z.object({
            name: z.string(),
            shape: z.array(z.number().int().nonnegative()),
            dtype: z.enum(['float32', 'int32']),
            quantization: z.object({ dtype: z.literal('float16') }).optional(),
          }),
        ),
      }),
    )
    .length(1),
});

/** The same, nothing read out of it. */
const topology = z.object({ modelTopology: z.looseObject({}) });

type Described = z.infer<typeof description>;

export type GraphNode = Described['modelTopology']['node'][number];
export type Weight = Described['weightsManifest'][number]['weights'][number];

export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  readonly weights: readonly Weight[];
  /** The weights, one after the other. */
  readonly bytes: ArrayBuffer;
  /** The description as TensorFlow.js reads it. */
  readonly topology: object;
}

export type GraphName = keyof typeof listed.liveness.nets;

/** The folder that holds them. */
export function packagedGraphs(): string {
  return packageFolder(listed.liveness.package, listed.liveness.folder);
}

/** @throws FaceEngineRefused when a file is missing, differs from the list or does not describe a net */
export function readGraphModel(name: GraphName, folder = packagedGraphs()): GraphModel {
  const files = Object.entries(listed.liveness.nets[name]);
  const read = (end: string) => {
    const [file, sha256] = files.find(([file]) => file.endsWith(end)) ?? [];
    if (!file || !sha256) throw new FaceEngineRefused(`weights of ${name} are not listed completely`);
    return readListed(folder, file, sha256);
  };
  const described: unknown = JSON.parse(new TextDecoder().decode(read('.json')));
  const parsed = description.safeParse(described);
  const asItIs = topology.safeParse(described);
  if (!parsed.success || !asItIs.success) throw new FaceEngineRefused(`${name} does not describe a net`);
  const data = read('.bin');
  const bytes = new ArrayBuffer(data.length);
  new Uint8Array(bytes).set(data);
  return {
    nodes: parsed.data.modelTopology.node,
    weights: parsed.data.weightsManifest[0].weights,
    bytes,
    topology: asItIs.data.modelTopology,
  };
}

/** How many bytes a weight takes in the file. */
export function bytesOf({ shape, quantization }: Weight): number {
  return shape.reduce((product, side) => product * side, 1) * (quantization ? 2 : 4);
}
