import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  cosine,
  evaluateFaces,
  type FaceEngine,
  type LabelledPhoto,
  openFaceEngine,
  tokenCrop,
} from './index.ts';
import { plain, portrait, rgb, sampleNames, samplePhoto } from './samples.ts';

let engine: FaceEngine;

beforeAll(async () => {
  engine = await openFaceEngine();
});

afterAll(() => engine?.close());

async function embedded(picture: Sharp) {
  const templating = await engine.embed(await rgb(picture));
  if (templating.outcome !== 'embedded') throw new Error(`expected a template, not ${templating.outcome}`);
  return templating;
}

/** As another camera on another day would bring the same person. */
const changes: readonly (readonly [string, (picture: Sharp) => Sharp])[] = [
  ['in dim light', (picture) => picture.linear(0.55, 5)],
  ['in warm, bright light', (picture) => picture.linear([1.25, 1.1, 0.9], [10, 5, 0])],
  ['compressed hard', (picture) => picture.jpeg({ quality: 30 })],
  ['with the head a little tilted', (picture) => picture.rotate(9, { background: '#777' })],
  ['from twice as far', (picture) => picture.resize({ width: 170 })],
];

describe('the same person comes again', () => {
  test.each(changes)('%s, and is found', async (_, change) => {
    const before = await embedded(await portrait('sixth'));
    const later = await embedded(sharp(await change(await portrait('sixth')).toBuffer()));
    expect(cosine(before.vector, later.vector)).toBeGreaterThan(engine.thresholds.candidate);
  });

  test('the same picture gives the very same template', async () => {
    const [one, other] = [await embedded(await portrait('third')), await embedded(await portrait('third'))];
    expect(one.vector).toEqual(other.vector);
    expect(Math.hypot(...one.vector)).toBeCloseTo(1, 5);
    expect(one.vector).toHaveLength(128);
  });
});

test('different people do not match', async () => {
  const vectors: Float32Array[] = [];
  for (const sample of sampleNames) vectors.push((await embedded(await portrait(sample))).vector);
  for (const [i, one] of vectors.entries())
    for (const other of vectors.slice(i + 1))
      expect(cosine(one, other)).toBeLessThan(engine.thresholds.match);
});

describe('what is no portrait of one person is refused', () => {
  test.each([
    ['one pixel', 1, 1],
    ['a blank frame', 640, 480],
    ['a strip', 3000, 2],
    ['a blank picture of 24 megapixels', 6000, 4000],
  ])('%s has no face', async (_, width, height) => {
    expect(await engine.embed(plain(width, height, 128))).toEqual({ outcome: 'no-face' });
  });

  test('two people before the camera', async () => {
    const pair = samplePhoto(3).extract({ left: 480, top: 150, width: 900, height: 700 });
    expect(await engine.embed(await rgb(pair))).toEqual({ outcome: 'several-faces', faces: 2 });
  });

  test('a group far away', async () => {
    expect(await engine.embed(await rgb(samplePhoto(5)))).toMatchObject({ outcome: 'several-faces' });
  });

  test('a picture too small and blurred to match', async () => {
    const smudge = await (await portrait('first')).resize({ width: 60 }).blur(2).png().toBuffer();
    const outcome = await engine.embed(await rgb(sharp(smudge).resize({ width: 400 })));
    expect(['poor', 'no-face']).toContain(outcome.outcome);
  });

  test.each([90, 180, 270])(
    'people turned by %i degrees: their templates would match nobody',
    async (turn) => {
      for (const sample of sampleNames) {
        const { outcome } = await engine.embed(await rgb((await portrait(sample)).rotate(turn)));
        expect(['poor', 'no-face']).toContain(outcome);
      }
    },
  );

  test('an image with fewer bytes than its size needs, and the engine goes on', async () => {
    const short = { width: 64, height: 64, pixels: new Uint8Array(5) };
    await expect(engine.embed(short)).rejects.toThrow(RangeError);
    await expect(engine.guide(short)).rejects.toThrow(RangeError);
    expect((await engine.guide(plain(64, 64, 128))).hint).toBe('no-face');
  });
});

describe('quality and crop', () => {
  test('a blurred picture scores lower, and says why', async () => {
    const sharpOne = await embedded(await portrait('sixth'));
    const blurred = await embedded((await portrait('sixth')).blur(4));
    expect(blurred.quality.score).toBeLessThan(sharpOne.quality.score);
    expect(blurred.quality.weakest).toBe('sharpness');
  });

  test('the token crop puts the eyes where ISO 19794-5 has them', async () => {
    const { sighting } = await embedded(await portrait('second'));
    const { x, y, width, height } = tokenCrop(sighting);
    expect(height / width).toBeCloseTo(4 / 3, 1);
    const eyes = [36, 39, 42, 45].map((number) => sighting.landmarks[number]);
    const middle = eyes.reduce((sum, eye) => sum + eye[0], 0) / eyes.length;
    const level = eyes.reduce((sum, eye) => sum + eye[1], 0) / eyes.length;
    expect((middle - x) / width).toBeCloseTo(0.5, 1);
    expect((level - y) / width).toBeCloseTo(0.6, 1);
  });
});

test('an evaluation counts pairs, people and failures', async () => {
  const images: LabelledPhoto[] = [];
  for (const sample of ['first', 'fourth'] as const) {
    images.push({ person: sample, name: 'a', image: await rgb(await portrait(sample)) });
    images.push({
      person: sample,
      name: 'b',
      image: await rgb((await portrait(sample)).modulate({ brightness: 0.8 })),
    });
  }
  images.push({ person: 'nobody', name: 'blank', image: plain(100, 100, 90) });
  const { figures } = await evaluateFaces(images, { engine });
  expect(figures).toMatchObject({
    images: 5,
    people: 3,
    genuine: 2,
    impostor: 4,
    detectFailures: 1,
    eer: 0,
    tarAtFar1e2: 1,
    rank1: 1,
  });
});

describe('several pictures of one person', () => {
  const views = (sample: Parameters<typeof portrait>[0]) =>
    Promise.all(
      changes.slice(0, 3).map(async ([, change]) => {
        const changed = await change(await portrait(sample)).toBuffer();
        return rgb(sharp(changed));
      }),
    );

  test('become one template, and the unusable among them are left out and told', async () => {
    const [one, other, third] = await views('sixth');
    const enrolling = await engine.enrol([plain(200, 200, 90), one, other, third]);
    if (enrolling.outcome !== 'embedded') throw new Error(enrolling.outcome);
    expect(Math.hypot(...enrolling.vector)).toBeCloseTo(1, 5);
    expect(enrolling.leftOut).toEqual([{ place: 0, why: { outcome: 'no-face' } }]);
    expect(enrolling.best).toBeGreaterThan(0);
    const probe = await embedded(await portrait('sixth'));
    expect(cosine(enrolling.vector, probe.vector)).toBeGreaterThan(engine.thresholds.match);
  });

  test('are refused when one shows somebody else, who is named', async () => {
    const [one, other] = await views('sixth');
    const [stranger] = await views('third');
    expect(await engine.enrol([one, stranger, other])).toEqual({
      outcome: 'different-people',
      strangers: [1],
    });
  });

  test('are refused when none can be used', async () => {
    expect(await engine.enrol([plain(200, 200, 90)])).toMatchObject({ outcome: 'none-usable' });
  });
});
