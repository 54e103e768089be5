import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { isRefused } from '#core/refusals/codes.ts';
import { Site } from '#core/site/site.ts';
import { migrations } from '#core/storage/database.ts';
import { demoPeople } from '#demo/index.ts';
import { demoSite } from '#demo/site.ts';
import type { KeyListEntry } from '#health-card/index.ts';
import { openCards } from './cards.ts';
import { openClinicalKeys } from './clinical-keys.ts';
import { openDeviceKey } from './device-key.ts';
import { openNumbers } from './numbers.ts';

/* A kiosk that never saw the person: what it can tell from the card, with the clinical key and without. */

const now = new Date('2026-11-22T10:00:00Z');
const seconds = now.getTime() / 1000;
const secret = new Uint8Array(32).fill(5);
const site = Site.parse({ ...demoSite, card: { clinical: true, face: true } });
const [{ person }] = demoPeople;
const ill = { ...person, clinical: { bloodGroup: 'B+' as const, allergies: [], conditions: ['Asthma'] } };
const vector = Float32Array.from({ length: 128 }, (_, at) => Math.cos(at * 7));

function kiosk(keys: readonly KeyListEntry[] = []) {
  const db = new SqliteDatabase(':memory:');
  for (const sql of migrations) db.exec(sql);
  const key = openDeviceKey(db);
  const clinicalKeys = openClinicalKeys(db);
  const numbers = openNumbers(db);
  numbers.addLease({ start: 70_000_000_000, end: 70_000_000_009, statusStart: 0 });
  const trust = {
    current: () => ({ keys: { version: 1, issuedAt: 0, keys }, status: null, issuer: site.issuer }),
    update: async () => null,
  };
  const statusUri = () => 'https://central.example/status';
  return {
    key,
    clinicalKeys,
    cards: openCards(db, site, { key, clinicalKeys, numbers, trust, statusUri, now: () => now }),
  };
}

const issuing = kiosk();
issuing.clinicalKeys.add(secret);
const card = issuing.cards.make('7c0b3e5e-0000-7000-8000-000000000001', ill, {
  model: 'engine/1',
  vector,
  thumbnail: null,
});
if (isRefused(card)) throw new Error(card.code);
const listed: KeyListEntry = {
  kid: issuing.key.kid,
  publicKey: issuing.key.publicKey.export({ format: 'jwk' }),
  device: 'another kiosk',
  notBefore: seconds - 1000,
  notAfter: seconds + 1000,
};

test('with the clinical key it reads the details and has a face to compare', () => {
  const other = kiosk([listed]);
  other.clinicalKeys.add(secret);
  other.clinicalKeys.add(new Uint8Array(32).fill(6));
  expect(other.cards.get(card.number)).toBeNull();
  expect(other.cards.verify(card.qr)).toMatchObject({
    name: person.name,
    clinical: { bloodGroup: 'B+', conditions: ['Asthma'] },
    locked: false,
    hasFace: true,
  });
  const onCard = other.cards.faceOn(card.qr);
  if (isRefused(onCard)) throw new Error(onCard.code);
  expect(onCard.engine).toBe('engine/1');
  const most = Math.max(...vector.map(Math.abs));
  expect(onCard.vector[3]).toBe(Math.round((vector[3] / most) * 127));
});

test('without the key, or with another, the card is valid and the rest of it stays shut', () => {
  const other = kiosk([listed]);
  other.clinicalKeys.add(new Uint8Array(32).fill(6));
  expect(other.cards.verify(card.qr)).toMatchObject({
    name: person.name,
    clinical: null,
    locked: true,
    hasFace: false,
  });
  expect(other.cards.faceOn(card.qr)).toMatchObject({ code: 'card-without-face' });
});

test('a card of a kiosk nobody listed gives no face', () => {
  const other = kiosk();
  other.clinicalKeys.add(secret);
  expect(other.cards.faceOn(card.qr)).toMatchObject({ code: 'card-of-another-issuer' });
});
