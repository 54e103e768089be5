import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { demoSignIn, isRefused, type Kiosk, openKiosk, passphraseCustody } from '#core/index.ts';
import { demoPeople, demoSite, photograph } from '#demo/index.ts';
import type { RgbImage } from '#models/face/index.ts';
import { type Actor, obedientPhoto, person } from '#models/face/liveness/simulator/actors.ts';
import { openHead } from '#models/face/liveness/simulator/open-head.ts';
import { type Answer, type SignedInDoor, signInAt } from '../support/door.ts';

/* A kiosk where nobody looks on: a living person is recognised by face, and a photo of them is not. */

const Asked = z.object({
  prompt: z.enum(['look-here', 'blink', 'turn-left', 'turn-right']),
  done: z.int(),
});

let home: string;
let kiosk: Kiosk;
let door: SignedInDoor;
let photo: RgbImage;
/** The kiosk's clock, ms: simulated, so that a slow machine asks for no other head. */
let clock = Date.parse('2026-01-15T09:00:00Z');

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kiosk-liveness-'));
  const site = { ...demoSite, policies: { ...demoSite.policies, liveness: true } };
  const opened = await openKiosk({
    home,
    site,
    keyCustody: passphraseCustody('of a test'),
    scanner: null,
    printer: null,
    now: () => new Date(clock),
  });
  if (isRefused(opened)) throw new Error(opened.code);
  kiosk = opened;
  await kiosk.putOperator({ id: demoSignIn.operator, name: 'Asha', role: 'operator' }, demoSignIn.pin);
  door = await signInAt(kiosk);
  const { data, info } = await sharp(await photograph(demoPeople[0]))
    .raw()
    .toBuffer({ resolveWithObject: true });
  photo = { width: info.width, height: info.height, pixels: new Uint8Array(data) };
});

afterAll(async () => {
  await kiosk?.close();
  await rm(home, { recursive: true, force: true });
});

/** Plays a challenge to its end, or until somebody has seen enough, a frame in so many ms; gives the last answer. */
async function play(
  actor: Actor,
  frameEvery = 200,
  enough: (asked: z.infer<typeof Asked>) => boolean = () => false,
): Promise<Answer> {
  let answer = await door.ask('POST', '/api/identify/face/challenge');
  for (let at = 0; ; at += frameEvery) {
    const asked = Asked.safeParse(answer.body);
    if (!asked.success || enough(asked.data)) return answer;
    const frame = actor(asked.data, at);
    clock += frameEvery;
    answer = await door.ask('POST', '/api/identify/face/challenge/frame', await jpeg(frame));
  }
}

function jpeg({ width, height, pixels }: RgbImage): Promise<Uint8Array> {
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

test('a still alone finds nobody', async () => {
  const answer = await door.ask('POST', '/api/identify/face', await photograph(demoPeople[0]));
  expect(answer).toMatchObject({ refused: 'liveness-required' });
});

test('a frame of no challenge is refused', async () => {
  const answer = await door.ask('POST', '/api/identify/face/challenge/frame', await jpeg(photo));
  expect(answer).toMatchObject({ refused: 'liveness-not-begun' });
});

test('somebody who waits, or an empty room, has not failed', async () => {
  await door.ask('POST', '/api/identify/face/challenge');
  const empty = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#9fb3b5' } })
    .jpeg()
    .toBuffer();
  for (let seconds = 0; seconds < 16; seconds += 4) {
    clock += 4_000;
    const answer = await door.ask('POST', '/api/identify/face/challenge/frame', empty);
    expect(answer.body).toMatchObject({ outcome: 'running', prompt: 'look-here', seen: 'nobody' });
  }
});

test('a person who does as asked is looked for', async () => {
  const answer = await play(person(await openHead(photo)));
  expect(answer.body).toEqual({ outcome: 'nobody' });
});

test('a challenge given up once its order is seen counts as a try', async () => {
  const before = clock;
  for (const _ of [1, 2, 3, 4]) {
    const still: Actor = () => photo;
    await play(still, 200, ({ prompt }) => prompt !== 'look-here');
  }
  expect(await door.ask('POST', '/api/identify/face/challenge')).toMatchObject({
    refused: 'liveness-tries-spent',
  });
  clock = before + 11 * 60_000;
});

test('a photo moved as if it obeyed is never looked for, and after four tries the face is closed for ten minutes', async () => {
  for (const triesLeft of [3, 2, 1, 0]) {
    const answer = await play(obedientPhoto(photo), triesLeft === 3 ? 200 : 500);
    expect(answer.body).toMatchObject({ outcome: 'failed', triesLeft });
  }
  const begin = () => door.ask('POST', '/api/identify/face/challenge');
  expect(await begin()).toMatchObject({ refused: 'liveness-tries-spent' });
  clock += 9 * 60_000;
  expect(await begin()).toMatchObject({ refused: 'liveness-tries-spent' });
  clock += 2 * 60_000;
  expect(await begin()).toMatchObject({ status: 200 });
});
