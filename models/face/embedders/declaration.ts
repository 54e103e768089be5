/*
 * A site's own recogniser, as `models/weights.json` declares it under `face.recogniser`: an ONNX file and all that has to
 * be known of it to cut its chips, feed it and judge its scores (README, "A site's own recogniser").
 */
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import listed from '../../weights.json' with { type: 'json' };
import { FaceEngineRefused } from '../weights.ts';
import type { FaceModel } from './embedder.ts';

const threeChannels = z.array(z.number()).length(3);

/** How the chip is fitted to the landmarks. */
const Chip = z.discriminatedUnion('fit', [
  /** Eye centres, nose tip and mouth corners where ArcFace's training had them; the usual. */
  z.object({ fit: z.literal('five-points') }),
  /** dlib's mean face with this margin on each side, as a share of the face. */
  z.object({ fit: z.literal('dlib'), padding: z.number().min(0).max(1) }),
]);

/** [cosine, decibels] from low to high. A candidate is 30 dB, so that must have been measured. */
const Calibration = z
  .array(z.tuple([z.number().min(-1).max(1), z.number().min(0).max(60)]))
  .min(2)
  .refine(
    (points) => points.every(([x, y], i) => i === 0 || (x > points[i - 1][0] && y > points[i - 1][1])),
    {
      error: 'must rise from point to point',
    },
  )
  .refine((points) => points[0][1] <= 20 && points[points.length - 1][1] >= 30, {
    error: 'must reach from at most 20 dB to at least 30',
  });

export const RecogniserDeclaration = z.strictObject({
  /** Names the net in every template, with a digest of this declaration behind it. */
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i),
  /** Beside `weights.json`, or an absolute path. One file: weights kept outside of it would not be hashed. */
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  input: z.strictObject({
    /** Side of the square input, pixels. */
    size: z.int().min(16).max(1024),
    layout: z.enum(['nchw', 'nhwc']),
    channels: z.enum(['rgb', 'bgr']),
    /** What enters is (level − mean) × scale, the level 0..255; in the order of `channels`. */
    mean: threeChannels,
    scale: threeChannels,
  }),
  chip: Chip,
  dimensions: z.int().min(16).max(4096),
  calibration: Calibration,
  /** How the template of the known picture begins, on a machine where the net was found to work. */
  knownVector: z.array(z.number().min(-1).max(1)).min(8).optional(),
});

export type RecogniserDeclaration = z.infer<typeof RecogniserDeclaration>;

/** A declaration, and the folder its file is in. */
export interface SiteRecogniser {
  readonly declaration: RecogniserDeclaration;
  readonly folder: string;
}

const WeightsFile = z.object({ face: z.object({ recogniser: z.unknown().optional() }) });

/**
 * The recogniser that `models/weights.json` names; null when it names none.
 * @throws FaceEngineRefused naming the fields that are wrong
 */
export function listedRecogniser(weightsFile: unknown = listed): SiteRecogniser | null {
  const { recogniser } = WeightsFile.parse(weightsFile).face;
  const folder = dirname(fileURLToPath(new URL('../../weights.json', import.meta.url)));
  return recogniser === undefined ? null : { declaration: parseDeclaration(recogniser), folder };
}

/** @throws FaceEngineRefused naming the fields that are wrong */
export function parseDeclaration(declared: unknown): RecogniserDeclaration {
  const parsed = RecogniserDeclaration.safeParse(declared);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new FaceEngineRefused(
    `the recogniser in models/weights.json is declared wrongly; ${faults.join('; ')}`,
  );
}

/** What is done with the net: change it when the templates of one and the same net change. */
const PIPELINE = 'chip-mirror/1';

/** The id changes with everything that changes a template, so that no two such are compared. */
export function modelOf({ declaration }: SiteRecogniser): FaceModel {
  const { name, sha256, input, chip, dimensions, calibration } = declaration;
  const made = JSON.stringify([PIPELINE, sha256, input, chip, dimensions]);
  const digest = createHash('sha256').update(made).digest('hex').slice(0, 12);
  return { id: `${name}/${digest}`, dimensions, calibration };
}
