import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { demoSignIn, isRefused, passphraseCustody, readQr, Site, writeSite } from '#core/index.ts';
import { type Appliance, demoPeople, openAppliance, photograph, secondLook } from '#demo/index.ts';
import { demoSite } from '#demo/site.ts';
import { readCard } from '#health-card/index.ts';
import { type SignedInDoor, signInAt } from '../support/door.ts';

/* A site whose cards carry clinical basics and the face, for kiosks that hold the clinical key. */

const [sunita, stranger] = demoPeople;
let home = '';
let appliance: Appliance;
let door: SignedInDoor;
let text = '';
let back = '';

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kiosk-confidential-'));
  const card = { profile: 'B', dialect: 'tag-18', clinical: true, face: true };
  await writeSite(home, Site.parse({ ...demoSite, card }));
  const opened = await openAppliance({ home, keyCustody: passphraseCustody('') });
  if (isRefused(opened)) throw new Error(opened.code);
  appliance = opened;
  appliance.kiosk.putClinicalKey(new Uint8Array(randomBytes(32)));
  door = await signInAt(appliance.kiosk);
  const number = await enrol();
  text = await cardText(number, 'front');
  back = await cardText(number, 'back');
}, 120_000);

afterAll(async () => {
  await appliance?.close();
  await rm(home, { recursive: true, force: true });
});

async function enrol(): Promise<string> {
  const id = await door.draft();
  const clinical = { bloodGroup: 'O+', allergies: ['Penicillin'], conditions: [] };
  const claimed = [{ source: 'abha-qr', signature: 'none', details: ['name'] }];
  await door.ask('PUT', `/api/enrolments/${id}/details`, { ...sunita.person, clinical, claimed });
  await door.ask('PUT', `/api/enrolments/${id}/face`, await photograph(sunita));
  await door.ask('POST', `/api/enrolments/${id}/finish-fingers`);
  await door.ask('POST', `/api/enrolments/${id}/review`);
  const { body } = await door.ask('POST', `/api/enrolments/${id}/commit`);
  return z.object({ cardNumber: z.string() }).parse(body).cardNumber;
}

/** The text as a scanner reads it from the picture of the card. */
async function cardText(number: string, side: 'front' | 'back'): Promise<string> {
  const session = await appliance.kiosk.fetch(
    new Request('http://kiosk/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(demoSignIn),
    }),
  );
  const { token } = z.object({ token: z.string() }).parse(await session.json());
  const picture = await appliance.kiosk.fetch(
    new Request(`http://kiosk/api/cards/${number}/picture?side=${side}`, {
      headers: { authorization: `Bearer ${token}` },
    }),
  );
  const reading = await readQr(await picture.bytes());
  if (reading.outcome !== 'read') throw new Error(reading.outcome);
  return reading.text;
}

async function compare(photo: Uint8Array, card = text) {
  const form = new FormData();
  form.append('card', card);
  form.append('photo', new Blob([Uint8Array.from(photo)], { type: 'image/jpeg' }));
  const request = new Request('http://kiosk/x', { method: 'POST', body: form });
  return door.send(
    'POST',
    '/api/identify/card/face',
    await request.bytes(),
    request.headers.get('content-type') ?? '',
  );
}

test('the kiosk with the key reads the clinical basics off the card', async () => {
  expect((await door.ask('POST', '/api/cards/verify', { text })).body).toMatchObject({
    card: { clinical: { bloodGroup: 'O+', allergies: ['Penicillin'] }, locked: false, hasFace: true },
  });
});

test('the code on the back is a card of its own, with a photo anyone can see and nothing confidential', async () => {
  expect((await door.ask('POST', '/api/cards/verify', { text: back })).body).toMatchObject({
    card: { clinical: null, locked: false, hasFace: false },
  });
  const read = readCard(back);
  const photo = read.outcome === 'read' ? read.claims.photo : undefined;
  expect(photo?.format).toBe('webp');
  expect(await sharp(photo?.bytes).metadata()).toMatchObject({ width: 48, height: 48 });
});

test('the holder is like the face on the card, a stranger is not', async () => {
  expect((await compare(await photograph(sunita, secondLook))).body).toMatchObject({ outcome: 'alike' });
  expect((await compare(await photograph(stranger))).body).toMatchObject({ outcome: 'unlike' });
});

test('a photo without a face, and a text that is no card, are refused', async () => {
  expect((await compare(Uint8Array.from([1, 2, 3]))).refused).toBe('not-an-image');
  expect((await compare(await photograph(sunita), 'hello')).refused).toBe('not-a-health-card');
  expect((await door.ask('POST', '/api/identify/card/face', { card: text })).refused).toBe('invalid-request');
});

test('an ABHA code comes back as what it claims; other codes say what they are not', async () => {
  const abha = '{"hidn":"43-4221-5105-6749","hid":"a@abdm","name":"Asha","gender":"F","dob":"5/3/1990"}';
  expect((await door.ask('POST', '/api/identity-cards/read', { text: abha })).body).toMatchObject({
    source: 'abha-qr',
    signature: 'none',
    name: 'Asha',
    birth: { date: '1990-03-05' },
  });
  expect((await door.ask('POST', '/api/identity-cards/read', { text })).refused).toBe('not-an-identity-code');
});
