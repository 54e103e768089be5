import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  type CardClaims,
  contentKey,
  deviceKid,
  openConfidential,
  readCard,
  withCheckDigit,
} from '#health-card/index.ts';
import { Person } from '#sync/packet/person.ts';
import { faceFromBytes } from './face-bytes.ts';
import { writeCard } from './write-card.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signer = { kid: deviceKid(publicKey), privateKey };
const key = contentKey(new Uint8Array(32).fill(9));
const everything = { profile: 'B', dialect: 'tag-18', clinical: true, face: true } as const;
const vector = Float32Array.from({ length: 128 }, (_, at) => Math.sin(at * at) / 3);
const thumbnail = new Uint8Array(400).map((_, at) => (at * at * 31) & 255);
const face = { model: 'face-engine/1', vector, thumbnail };
const person = Person.parse({
  name: 'Asha Devi Vishwakarma',
  nativeName: { text: 'आशा देवी विश्वकर्मा', language: 'hi' },
  sex: 'female',
  birth: { known: 'date', date: '1984-04-18' },
  guardian: 'Ramkumar Vishwakarma',
  address: { line: 'House 4', district: 'East', districtLgd: '77', stateLgd: '7' },
  language: 'hi',
  clinical: { bloodGroup: 'O+', allergies: ['Penicillin'], conditions: ['Asthma'] },
  emergencyContact: { name: 'Ramkumar', phone: '9876543210' },
});
const issued = {
  number: withCheckDigit('10000012345'),
  issuer: 'https://health.model-state.example',
  issuedAt: 1_795_000_000,
  expiresAt: 1_895_000_000,
  status: { index: 5, uri: 'https://health.model-state.example/status/1' },
};

function claimsIn(text: string | null): CardClaims {
  const reading = readCard(text ?? '');
  if (reading.outcome !== 'read') throw new Error(reading.outcome);
  return reading.claims;
}

function confidentialIn(text: string) {
  const { confidential } = claimsIn(text);
  return confidential ? openConfidential(confidential, [key]) : null;
}

test('the front tells key holders the clinical basics and the face, the back shows everyone the photo', () => {
  const { qr, backQr } = writeCard({ person, face }, issued, { card: everything, signer, key });
  expect(confidentialIn(qr)).toMatchObject({
    outcome: 'opened',
    confidential: {
      bloodGroup: 'O+',
      allergies: ['Penicillin'],
      conditions: ['Asthma'],
      emergencyContact: { name: 'Ramkumar', phone: '9876543210' },
      face: { engine: 'face-engine/1' },
    },
  });
  expect(claimsIn(qr).photo).toBeUndefined();
  expect(claimsIn(backQr)).toMatchObject({
    number: issued.number,
    photo: { format: 'webp', bytes: thumbnail },
  });
  expect(claimsIn(backQr).confidential).toBeUndefined();
  expect(qr.length).toBeLessThanOrEqual(1035);
  expect(backQr?.length).toBeLessThanOrEqual(1248);
});

test('without a clinical key, or where the site does not ask, nothing of it is on the card', () => {
  expect(
    claimsIn(writeCard({ person, face }, issued, { card: everything, signer, key: null }).qr).confidential,
  ).toBeUndefined();
  const plain = { ...everything, profile: 'A', clinical: false, face: false } as const;
  const { qr, backQr } = writeCard({ person, face }, issued, { card: plain, signer, key });
  expect(claimsIn(qr).confidential).toBeUndefined();
  expect(backQr).toBeNull();
});

test('a code too dense to print loses the face first and the person never', () => {
  const long = {
    ...person,
    name: 'A'.repeat(80),
    nativeName: { text: 'क'.repeat(80), language: 'hi' as const },
    guardian: 'B'.repeat(80),
  };
  const words = Array.from({ length: 10 }, (_, at) => `${at} ${'xyzw'.repeat(8)}`);
  const ill = { ...long, clinical: { allergies: words, conditions: words } };
  const { qr } = writeCard({ person: ill, face }, issued, { card: everything, signer, key });
  expect(qr.length).toBeLessThanOrEqual(1035);
  expect(claimsIn(qr)).toMatchObject({ name: long.name });
});

test('an embedding in 128 bytes points where it did', () => {
  const { qr } = writeCard({ person, face }, issued, { card: everything, signer, key });
  const part = confidentialIn(qr);
  if (part?.outcome !== 'opened' || !part.confidential.face) throw new Error('no face');
  const back = faceFromBytes(part.confidential.face.vector);
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * b[at], 0);
  expect(dot(vector, back) / Math.sqrt(dot(vector, vector) * dot(back, back))).toBeGreaterThan(0.9999);
});
