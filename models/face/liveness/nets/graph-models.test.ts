import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portrait, rgb } from '../../samples.ts';
import { FaceEngineRefused } from '../../weights.ts';
import { packagedGraphs, readGraphModel } from './graph-model.ts';
import { EYE_SIZE, MESH_SIZE, meshNetsOn, type SolidPoint } from './mesh-nets.ts';
import { openOnnxruntime } from './on-onnxruntime.ts';
import { openTfjs } from './on-tfjs.ts';

async function square(side: number): Promise<Uint8Array> {
  const { pixels } = await rgb((await portrait('sixth')).resize(side, side, { fit: 'fill' }));
  return pixels;
}

function furthest(one: readonly SolidPoint[], other: readonly SolidPoint[]): number {
  expect(one).toHaveLength(other.length);
  return Math.max(...one.flat().map((value, i) => Math.abs(value - other.flat()[i])));
}

test('the ONNX written from the graph models computes what TensorFlow.js does', async () => {
  const [fast, reference] = [await meshNetsOn(await openOnnxruntime()), await meshNetsOn(await openTfjs())];
  const face = await square(MESH_SIZE);
  const [one, other] = [await fast.mesh(face), await reference.mesh(face)];
  expect(one.points).toHaveLength(468);
  expect(furthest(one.points, other.points)).toBeLessThan(1e-2);
  expect(one.presence).toBeCloseTo(other.presence, 4);
  const eyes = [await square(EYE_SIZE), new Uint8Array(EYE_SIZE * EYE_SIZE * 3).fill(90)];
  const [lids, alike] = [await fast.eyes(eyes), await reference.eyes(eyes)];
  expect(lids).toHaveLength(2);
  expect(furthest(lids.flat(), alike.flat())).toBeLessThan(1e-2);
});

test('altered or missing nets are refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'graphs-'));
  for (const file of ['iris.json', 'iris.bin']) await cp(join(packagedGraphs(), file), join(folder, file));
  expect(readGraphModel('iris', folder).nodes.length).toBeGreaterThan(100);
  const bytes = await readFile(join(folder, 'iris.bin'));
  bytes.fill(0, 1_000, 2_000);
  await writeFile(join(folder, 'iris.bin'), bytes);
  expect(() => readGraphModel('iris', folder)).toThrow(FaceEngineRefused);
  expect(() => readGraphModel('facemesh', folder)).toThrow(FaceEngineRefused);
  await rm(folder, { recursive: true });
});
