import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FaceEngineRefused, openFaceEngine } from './index.ts';
import { listedWeights, packagedWeights } from './weights.ts';

/* An engine whose weights are not the known ones must not match anybody. */

const RECOGNISER = 'face_recognition_model.bin';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weights-'));
  await cp(packagedWeights(), folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

async function alter(): Promise<string> {
  const bytes = await readFile(join(folder, RECOGNISER));
  bytes.fill(0, 1_000_000, 1_200_000);
  await writeFile(join(folder, RECOGNISER), bytes);
  return createHash('sha256').update(bytes).digest('hex');
}

test('altered weights are refused by their hash', async () => {
  await alter();
  const opening = openFaceEngine({ weights: { folder, list: listedWeights } });
  await expect(opening).rejects.toThrow(FaceEngineRefused);
  await expect(opening).rejects.toThrow(RECOGNISER);
});

test('altered weights are refused by the self-check, even when the list has been altered with them', async () => {
  const sha256 = await alter();
  const faceRecognitionNet = { ...listedWeights.faceRecognitionNet, [RECOGNISER]: sha256 };
  const opening = openFaceEngine({ weights: { folder, list: { ...listedWeights, faceRecognitionNet } } });
  await expect(opening).rejects.toThrow(FaceEngineRefused);
  await expect(opening).rejects.toThrow('self-check');
});

test('missing weights are refused', async () => {
  await rm(join(folder, RECOGNISER));
  const opening = openFaceEngine({ weights: { folder, list: listedWeights } });
  await expect(opening).rejects.toThrow(FaceEngineRefused);
});
