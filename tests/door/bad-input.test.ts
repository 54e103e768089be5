import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePrint, isRefused, passphraseCustody } from '#core/index.ts';
import { type Appliance, demoPeople, openAppliance, photograph, touchOf } from '#demo/index.ts';
import { type SignedInDoor, signInAt } from '../support/door.ts';

/* What a person can do wrong, and what can go wrong: each has its own code, and nothing is half-written. */

let home: string;
let appliance: Appliance;
let door: SignedInDoor;
let draft: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kiosk-bad-input-'));
  const opened = await openAppliance({ home, keyCustody: passphraseCustody('') });
  if (isRefused(opened)) throw new Error(opened.code);
  appliance = opened;
  door = await signInAt(appliance.kiosk);
  draft = await door.draft();
});

afterAll(async () => {
  await appliance.close();
  await rm(home, { recursive: true, force: true });
});

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#9fb3b5' } });

async function twoPeople(): Promise<Uint8Array> {
  const [left, right] = await Promise.all([photograph(demoPeople[0]), photograph(demoPeople[5])]);
  return picture(1280, 480)
    .composite([
      { input: Buffer.from(left), left: 0, top: 0 },
      { input: Buffer.from(right), left: 640, top: 0 },
    ])
    .jpeg()
    .toBuffer();
}

async function truncated(): Promise<Uint8Array> {
  const whole = await photograph(demoPeople[0]);
  return whole.subarray(0, whole.length / 3);
}

test.each([
  ['a photo without a face', () => picture(640, 480).jpeg().toBuffer(), 'no-face'],
  ['a photo of two people', twoPeople, 'several-faces'],
  ['a truncated photo', truncated, 'not-an-image'],
  ['a text instead of a photo', async () => Buffer.from('not a photo'), 'not-an-image'],
  ['a photo of 130 megapixels', () => picture(13_000, 10_000).png().toBuffer(), 'image-too-large'],
])('%s is refused and leaves the draft without a face', async (_what, make, code) => {
  const answer = await door.ask('PUT', `/api/enrolments/${draft}/face`, await make());
  expect(answer).toMatchObject({ refused: code });
  expect((await door.ask('GET', `/api/enrolments/${draft}`)).body).toMatchObject({
    face: null,
    step: 'face',
  });
});

test.each([
  ['a blank print', () => picture(256, 288).png().toBuffer(), 'blank-print'],
  ['a photo instead of a print', () => photograph(demoPeople[0]), 'not-a-print'],
  ['a corrupt print', async () => Buffer.from('\x89PNG\r\n\x1a\n…'), 'not-an-image'],
])('%s is refused and leaves the finger open', async (_what, make, code) => {
  const at = `/api/enrolments/${draft}/fingers/right-index?dpi=508`;
  expect(await door.ask('PUT', at, await make())).toMatchObject({ refused: code });
  expect((await door.ask('GET', `/api/enrolments/${draft}`)).body).toMatchObject({ fingers: {} });
});

test('a print of a resolution that is none is refused', async () => {
  const print = await encodePrint(touchOf(demoPeople[0], 'right-index', 1));
  const answer = await door.ask('PUT', `/api/enrolments/${draft}/fingers/right-index?dpi=1e9`, print);
  expect(answer.body).toMatchObject({ refusal: { code: 'invalid-request', fields: ['dpi'] } });
});

test('a good print is not given up for a poor one of the same finger', async () => {
  const at = `/api/enrolments/${draft}/fingers/left-thumb?dpi=508`;
  const good = touchOf(demoPeople[0], 'left-thumb', 1);
  expect(await door.ask('PUT', at, await encodePrint(good))).toMatchObject({ status: 200 });
  const before = (await door.ask('GET', `/api/enrolments/${draft}`)).body;
  // A corner of the finger alone: the rest of the sensor was not touched.
  const pixels = good.pixels.map((value, index) => {
    const [x, y] = [index % good.width, Math.floor(index / good.width)];
    return x > good.width * 0.27 || y > good.height * 0.27 ? 255 : value;
  });
  const poor = await door.ask('PUT', at, await encodePrint({ ...good, pixels }));
  expect(poor).toMatchObject({ refused: 'poor-print' });
  expect((await door.ask('GET', `/api/enrolments/${draft}`)).body).toEqual(before);
});

test.each([
  ['a birth in the future', { birth: { known: 'year', year: 2090 } }, 'impossible-birth-date', ['birth']],
  [
    'the 30th of February',
    { birth: { known: 'date', date: '1990-02-30' } },
    'invalid-details',
    ['birth.date'],
  ],
  ['a phone number too short', { phone: '12345' }, 'invalid-details', ['phone']],
  ['a name that reads backwards', { name: 'Sunita \u202eDevi' }, 'invalid-details', ['name']],
])('%s is refused at its field', async (_what, change, code, fields) => {
  const details = { ...demoPeople[0].person, ...change };
  const answer = await door.ask('PUT', `/api/enrolments/${draft}/details`, details);
  expect(answer.body).toMatchObject({ refusal: { code, fields } });
});

test.each([
  ['a web address', 'https://example.org/', 'not-a-health-card'],
  ['nothing that was ever a card', 'NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOO6+', 'card-damaged'],
])('the code of %s is refused', async (_what, text, code) => {
  expect(await door.ask('POST', '/api/cards/verify', { text })).toMatchObject({ refused: code });
});

test('a picture without a code is told apart from a bad card', async () => {
  const answer = await door.ask(
    'POST',
    '/api/cards/verify/picture',
    await picture(400, 300).png().toBuffer(),
  );
  expect(answer).toMatchObject({ refused: 'no-code-in-picture' });
});

test('a sensor pulled out is gone, and works again when it is back', async () => {
  const { sensor } = appliance.demo ?? {};
  sensor?.unplug();
  const capture = `/api/enrolments/${draft}/fingers/left-index/capture`;
  expect(await door.ask('POST', capture)).toMatchObject({ refused: 'scanner-gone' });
  await sensor?.replug();
  expect(await door.ask('POST', capture)).toMatchObject({ status: 200, refused: null });
});

test('a commit before anything is there says what is missing', async () => {
  const created = await door.ask('POST', '/api/enrolments', { language: 'en' });
  const { id } = Object(created.body);
  expect(await door.ask('POST', `/api/enrolments/${id}/commit`)).toMatchObject({
    refused: 'consent-missing',
  });
  expect(await door.ask('POST', `/api/enrolments/${draft}/commit`)).toMatchObject({
    refused: 'duplicate-check-missing',
  });
});

test('central out of reach is said, and nothing that waits is lost', async () => {
  await door.ask('PUT', `/api/enrolments/${draft}/face/exception`, { reason: 'refused' });
  const print = await encodePrint(touchOf(demoPeople[0], 'right-index', 1));
  await door.ask('PUT', `/api/enrolments/${draft}/fingers/right-index?dpi=508`, print);
  await door.ask('POST', `/api/enrolments/${draft}/review`);
  expect(await door.ask('POST', `/api/enrolments/${draft}/commit`)).toMatchObject({ status: 201 });
  await appliance.demo?.central.stop();
  expect(await door.ask('POST', '/api/sync')).toMatchObject({ refused: 'central-unreachable' });
  expect((await door.ask('GET', '/api/kiosk')).body).toMatchObject({ status: { outbox: { waiting: 1 } } });
});

test('without signing in nothing of a person is told', async () => {
  for (const path of [
    '/api/people/x',
    '/api/enrolments',
    '/api/cards/100000000004/pdf',
    '/api/audit/verify',
  ]) {
    const response = await appliance.kiosk.fetch(new Request(`http://kiosk${path}`));
    expect(response.status).toBe(401);
  }
});

test('a second kiosk on the same folder is refused', async () => {
  const second = await openAppliance({ home, keyCustody: passphraseCustody('') });
  expect(second).toEqual({ outcome: 'refused', code: 'kiosk-already-open' });
});
