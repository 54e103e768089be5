import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RgbImage } from '../image.ts';
import { type FaceEngine, openFaceEngine } from '../index.ts';
import { backEnds } from '../nets/back-end.ts';
import { openNets } from '../open-nets.ts';
import { plain, type Sample } from '../samples.ts';
import { listedWeights, packagedWeights } from '../weights.ts';
import { advance, isOfChallenge, type Movement, newChallenge, promptOf } from './challenge.ts';
import { openMeshNets } from './open-mesh-nets.ts';
import {
  type Actor,
  exchangedPhotos,
  obedientPhoto,
  onScreen,
  person,
  recording,
  relay,
  shakenPhoto,
} from './simulator/actors.ts';
import { type Head, headIn } from './simulator/head.ts';
import { play } from './simulator/play.ts';
import { sampleFrame } from './simulator/sample-frame.ts';
import { seenOnSheet } from './simulator/sheet.ts';

/* Challenges before a simulated camera: heads made of real photos, and photos of them, through the engine's worker. */

const steps: readonly Movement[] = ['turn-left', 'blink', 'turn-right'];

let engine: FaceEngine;
let photo: RgbImage;
let head: Head;
let other: Head;

beforeAll(async () => {
  engine = await openFaceEngine();
  const { nets } = await openNets(packagedWeights(), listedWeights, backEnds);
  const meshNets = await openMeshNets(backEnds);
  const headOf = async (sample: Sample) => {
    const found = await headIn(nets, meshNets, await sampleFrame(sample));
    if (!found) throw new Error('no face in the sample');
    return found;
  };
  photo = await sampleFrame('fourth');
  [head, other] = [await headOf('fourth'), await headOf('sixth')];
});

afterAll(() => engine?.close());

function played(actor: Actor, asked = steps) {
  return play((picture) => engine.observe(picture), actor, asked);
}

describe('a person who does as asked', () => {
  test.each([[steps], [['blink', 'turn-right', 'blink']], [['turn-left', 'turn-left', 'blink']]] as const)(
    'passes: %o',
    async (asked) => {
      expect(await played(person(head), asked)).toMatchObject({ outcome: 'passed' });
    },
  );

  test('is the one whose still is then taken, and nobody else', async () => {
    const passed = await played(person(head));
    if (passed.outcome !== 'passed') throw new Error(passed.reason);
    const stills = [await engine.embed(head.seen({})), await engine.embed(other.seen({}))];
    const same = stills.map((still) => still.outcome === 'embedded' && isOfChallenge(passed, still.vector));
    expect(same).toEqual([true, false]);
  });
});

describe('a challenge fails', () => {
  const alive = () => person(head);
  const aside = (x: number): Actor => {
    const actor = person(head);
    return (challenge, at) => seenOnSheet(actor(challenge, at), { size: 0.5, x });
  };

  test.each<[string, () => Actor, string]>([
    ['where another person goes on half way', () => relay(alive(), person(other)), 'another-face'],
    ['where the face goes away', () => relay(alive(), () => plain(396, 480, 118)), 'face-lost'],
    ['where a second person comes', () => relay(alive(), besideAnother), 'two-faces'],
    ['where the face jumps', () => relay(aside(-60), aside(60)), 'too-sudden'],
    ['where the movements of a recording come in another order', otherOrder, 'wrong-movement'],
    ['where nothing is done', () => () => head.seen({}), 'too-slow'],
    ['where nobody comes', () => () => plain(396, 480, 118), 'too-slow'],
  ])('%s', async (_, actor, reason) => {
    expect(await played(actor())).toEqual({ outcome: 'failed', reason });
  });

  function otherOrder(): Actor {
    return recording(head, ['turn-right', 'blink', 'turn-left']);
  }

  function besideAnother(): RgbImage {
    return sideBySide(head.seen({}), other.seen({}));
  }

  test('where frames stop coming', async () => {
    let challenge = advance(
      newChallenge(() => 0, 0),
      await engine.observe(head.seen({})),
      0,
    );
    const seen = await engine.observe(head.seen({}));
    challenge = advance(challenge, seen, 600);
    expect(challenge).toMatchObject({ outcome: 'running', stage: 'moving' });
    expect(advance(challenge, seen, 1_500)).toEqual({ outcome: 'failed', reason: 'face-lost' });
  });
});

describe('a photo held before the camera does not pass', () => {
  test.each<[string, () => Actor]>([
    ['moved as if it obeyed', () => obedientPhoto(photo)],
    ['bent and moved as if it obeyed', () => obedientPhoto(photo, { bent: 60 })],
    ['shaken, tilted and turned', () => shakenPhoto(photo)],
    ['exchanged for one with closed eyes', () => exchangedPhotos(photo, head.seen({ closed: 1 }))],
    ['after a real person has begun', () => relay(person(head), () => seenOnSheet(photo, {}))],
  ])('%s', async (_, actor) => {
    expect(await played(actor())).toMatchObject({ outcome: 'failed' });
  });
});

test('not resisted: a film that follows the prompts, on a screen before the camera', async () => {
  expect(await played(onScreen(person(head)))).toMatchObject({ outcome: 'passed' });
});

test('the order is drawn from all that have a blink and a turn, each as likely', () => {
  const draws = Array.from({ length: 18 }, (_, i) => newChallenge(() => i, 0).steps);
  expect(new Set(draws.map((order) => order.join())).size).toBe(18);
  for (const order of draws) expect(new Set(order)).toContain('blink');
  for (const order of draws) expect(order.some((step) => step !== 'blink')).toBe(true);
  const drawn = newChallenge((below) => {
    expect(below).toBe(18);
    return randomInt(below);
  }, 0);
  expect(promptOf(drawn)).toBe('look-here');
});

function sideBySide(left: RgbImage, right: RgbImage): RgbImage {
  const width = left.width + right.width;
  const pixels = new Uint8Array(width * left.height * 3);
  for (let y = 0; y < left.height; y++) {
    const row = (image: RgbImage) => image.pixels.subarray(y * image.width * 3, (y + 1) * image.width * 3);
    pixels.set(row(left), y * width * 3);
    pixels.set(row(right), (y * width + left.width) * 3);
  }
  return { width, height: left.height, pixels };
}
