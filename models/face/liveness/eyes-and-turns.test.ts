import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RgbImage } from '../image.ts';
import { backEnds } from '../nets/back-end.ts';
import type { Nets } from '../nets/nets.ts';
import { openNets } from '../open-nets.ts';
import { rgb } from '../samples.ts';
import { listedWeights, packagedWeights } from '../weights.ts';
import { type Change, changeSince } from './change.ts';
import { evaluateLiveness } from './evaluate.ts';
import type { MeshNets } from './nets/mesh-nets.ts';
import { observe } from './observe.ts';
import { openMeshNets } from './open-mesh-nets.ts';
import { likenessIfFlat } from './registration.ts';
import { type Head, headIn } from './simulator/head.ts';
import { sampleFrame } from './simulator/sample-frame.ts';
import { seenOnSheet } from './simulator/sheet.ts';
import type { FaceView } from './view.ts';

/* What is read off the nets, on heads made of real photos that turn and blink (simulator/), and on photos of them. */

let nets: Nets;
let meshNets: MeshNets;
let photo: RgbImage;
let head: Head;

beforeAll(async () => {
  ({ nets } = await openNets(packagedWeights(), listedWeights, backEnds));
  meshNets = await openMeshNets(backEnds);
  photo = await sampleFrame('fourth');
  const found = await headIn(nets, meshNets, photo);
  if (!found) throw new Error('no face in the sample');
  head = found;
});

async function view(picture: RgbImage): Promise<FaceView> {
  const seen = await observe(nets, meshNets, picture);
  if (seen.seen !== 'face') throw new Error(`expected a face, not ${seen.seen}`);
  return seen.view;
}

async function change(before: RgbImage, now: RgbImage): Promise<Change> {
  return changeSince(await view(before), await view(now));
}

describe('a head', () => {
  test.each([-25, -18, 18, 25])(
    'that turns by %i degrees is read so, and its nose leaves the face',
    async (yaw) => {
      const turned = await change(head.seen({}), head.seen({ yaw }));
      expect(Math.abs(turned.yaw - yaw)).toBeLessThan(6);
      expect(turned.parallax * Math.sign(yaw)).toBeGreaterThan(3.5);
      expect(turned.narrowing).toBeGreaterThan(0.85);
      expect(likenessIfFlat(await view(head.seen({})), await view(head.seen({ yaw })))).toBeLessThan(0.977);
    },
  );

  test('that closes its eyes is seen to, also while it turns a little', async () => {
    expect((await change(head.seen({}), head.seen({ closed: 1 }))).openness).toBeLessThan(0.7);
    expect((await change(head.seen({}), head.seen({ closed: 1, yaw: 6 }))).openness).toBeLessThan(0.7);
    expect((await change(head.seen({}), head.seen({ yaw: 6 }))).openness).toBeGreaterThan(0.9);
  });
});

describe('a flat photo', () => {
  test.each([
    { yaw: 40 },
    { yaw: -40 },
    { yaw: 30, roll: 15 },
    { pitch: 40 },
    { pitch: -40 },
    { roll: 30 },
    { size: 0.6, x: 20 },
  ])('held at %o neither turns nor blinks', async (held) => {
    const [before, now] = [await view(seenOnSheet(photo, {})), await view(seenOnSheet(photo, held))];
    expect(likenessIfFlat(before, now)).toBeGreaterThan(0.985);
    expect(changeSince(before, now).openness).toBeGreaterThan(0.8);
  });

  test('that is slanted until the mesh sees a turn is still flat to its pixels', async () => {
    const [before, now] = [
      await view(seenOnSheet(photo, {})),
      await view(seenOnSheet(photo, { yaw: 45, pitch: 15, roll: 15 })),
    ];
    expect(changeSince(before, now).yaw).toBeGreaterThan(15);
    expect(likenessIfFlat(before, now)).toBeGreaterThan(0.985);
  });
});

const eyes = fileURLToPath(new URL('../../../../shared/data/faces/sim_eyes', import.meta.url));

test.skipIf(!existsSync(eyes))(
  'open eyes are told from closed ones (needs ../shared/data/faces/sim_eyes)',
  async () => {
    const files = readdirSync(eyes).filter((_, i) => i % 9 < 3);
    const photos = await Promise.all(
      files.map(async (name) => ({
        person: name.slice(0, 3),
        name,
        image: await rgb(sharp(`${eyes}/${name}`)),
      })),
    );
    const { notFound, aucOpenClosed, aucOpenHalf } = await evaluateLiveness(photos);
    expect(notFound).toBe(0);
    expect(aucOpenClosed).toBeGreaterThanOrEqual(0.999);
    expect(aucOpenHalf).toBeGreaterThanOrEqual(0.95);
  },
);
