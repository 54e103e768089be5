import { expect, test } from 'vitest';
import {
  type Confidential,
  contentKey,
  encodeCard,
  openConfidential,
  readCard,
  sealConfidential,
  verifyCard,
} from './index.ts';
import { asha, issuedAt, keyListOf, newDevice } from './test/people.ts';

const device = newDevice();
const trust = { keys: keyListOf(device), status: null, issuer: asha.issuer };
const clinical = contentKey(new Uint8Array(32).fill(7));
const another = contentKey(new Uint8Array(32).fill(8));
const content: Confidential = {
  bloodGroup: 'AB-',
  allergies: ['Penicillin', 'मूंगफली'],
  conditions: ['Diabetes'],
  emergencyContact: { name: 'Ramkumar', phone: '9876543210' },
  face: { engine: 'face-engine/1', vector: Uint8Array.from({ length: 128 }, (_, i) => i) },
};
const claims = { ...asha, confidential: sealConfidential(content, clinical) };

function confidentialOf(text: string): Uint8Array {
  const { verdict, claims: read } = verifyCard(text, trust, issuedAt);
  expect(verdict).toBe('valid');
  if (!read?.confidential) throw new Error('no confidential part');
  return read.confidential;
}

test.each(['tag-18', 'tag-61'] as const)(
  'anyone verifies the card, only a key holder opens its part (%s)',
  (dialect) => {
    const part = confidentialOf(encodeCard(claims, device.signer, { dialect }));
    expect(openConfidential(part, [another, clinical])).toEqual({
      outcome: 'opened',
      confidential: content,
    });
    expect(openConfidential(part, [another])).toEqual({ outcome: 'locked' });
    expect(openConfidential(part, [])).toEqual({ outcome: 'locked' });
  },
);

test('another secret under the same id leaves the rest of the card readable', () => {
  const wrong = { ...another, kid: clinical.kid };
  const part = confidentialOf(encodeCard(claims, device.signer));
  expect(openConfidential(part, [wrong])).toEqual({ outcome: 'damaged', reason: 'decryption' });
});

test('nothing of it stands in clear on the card', () => {
  const text = encodeCard(claims, device.signer);
  const reading = readCard(text);
  if (reading.outcome !== 'read') throw new Error(reading.outcome);
  const seen = Buffer.from(reading.claims.confidential ?? []).toString('latin1');
  for (const word of ['Penicillin', 'Diabetes', 'AB-', 'Ramkumar', '9876543210'])
    expect(seen).not.toContain(word);
});

test('the same part encrypted twice differs', () => {
  expect(sealConfidential(content, clinical)).not.toEqual(sealConfidential(content, clinical));
});

test('a card with nothing but a blood group stays small', () => {
  const small = sealConfidential({ bloodGroup: 'O+', allergies: [], conditions: [] }, clinical);
  expect(small.length).toBeLessThanOrEqual(60);
  expect(openConfidential(small, [clinical])).toMatchObject({ confidential: { bloodGroup: 'O+' } });
});

test('a card encrypted as a whole is locked without its key, and damaged when touched', () => {
  const text = encodeCard(asha, device.signer, { encryptTo: clinical });
  expect(readCard(text)).toEqual({ outcome: 'locked' });
  expect(verifyCard(text, trust, issuedAt)).toMatchObject({ verdict: 'locked', claims: null });
  expect(verifyCard(text, { ...trust, contentKeys: [another] }, issuedAt).verdict).toBe('locked');
  expect(verifyCard(text, { ...trust, contentKeys: [clinical] }, issuedAt)).toMatchObject({
    verdict: 'valid',
    claims: asha,
  });
  const wrong = { ...another, kid: clinical.kid };
  expect(verifyCard(text, { ...trust, contentKeys: [wrong] }, issuedAt)).toMatchObject({
    verdict: 'damaged',
    reason: 'decryption',
  });
});

test('a small photograph travels with the card', () => {
  const photo = { format: 'webp' as const, bytes: Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 251) };
  const reading = readCard(encodeCard({ ...asha, photo }, device.signer));
  expect(reading).toMatchObject({ outcome: 'read', claims: { ...asha, photo } });
});
