import { expect, test } from 'vitest';
import {
  encodeCard,
  openStatusList,
  signStatusList,
  type Trust,
  verifyCard,
  verifyCardByKey,
} from './index.ts';
import { asha, issuedAt, keyListOf, newDevice } from './test/people.ts';

const device = newDevice();
const central = newDevice('p-256');
const card = encodeCard(asha, device.signer);
const DAY = 86_400;
const listIssuedAt = issuedAt + 30 * DAY;
const now = issuedAt + 31 * DAY;

function mirroredList(standing: number) {
  const statuses = new Uint8Array(20_000);
  statuses[asha.status.index] = standing;
  const content = { uri: asha.status.uri, bits: 2 as const, statuses, issuedAt: listIssuedAt };
  const opening = openStatusList(signStatusList(content, central.signer), central.publicKey);
  if (opening.outcome !== 'opened') throw new Error(opening.reason);
  return opening.list;
}

const trust = (change: Partial<Trust> = {}): Trust => ({
  keys: keyListOf(device),
  status: mirroredList(0),
  issuer: asha.issuer,
  ...change,
});

test('a good card is valid, as of the day of the list', () => {
  expect(verifyCard(card, trust(), now)).toEqual({
    verdict: 'valid',
    reason: null,
    claims: asha,
    statusAsOf: listIssuedAt,
  });
});

test('without a list that knows the card, its standing has no date', () => {
  expect(verifyCard(card, trust({ status: null }), now)).toMatchObject({
    verdict: 'valid',
    statusAsOf: null,
  });
  const newer = encodeCard({ ...asha, status: { ...asha.status, index: 99_999 } }, device.signer);
  expect(verifyCard(newer, trust(), now)).toMatchObject({ verdict: 'valid', statusAsOf: null });
  const elsewhere = encodeCard(
    { ...asha, status: { ...asha.status, uri: 'https://x.example' } },
    device.signer,
  );
  expect(verifyCard(elsewhere, trust({ status: mirroredList(1) }), now).statusAsOf).toBeNull();
});

test('a card taken back is revoked, a doubted one suspended', () => {
  expect(verifyCard(card, trust({ status: mirroredList(1) }), now)).toMatchObject({
    verdict: 'revoked',
    claims: asha,
    statusAsOf: listIssuedAt,
  });
  expect(verifyCard(card, trust({ status: mirroredList(2) }), now).verdict).toBe('suspended');
});

test('an expired card, and one from the future', () => {
  expect(verifyCard(card, trust(), asha.expiresAt ?? 0).verdict).toBe('expired');
  expect(verifyCard(card, trust(), issuedAt - 2 * DAY).verdict).toBe('not-yet-valid');
  const later = encodeCard({ ...asha, notBefore: now + 2 * DAY }, device.signer);
  expect(verifyCard(later, trust(), now).verdict).toBe('not-yet-valid');
});

test('a card whose issuing tablet ran some hours ahead is still valid', () => {
  expect(verifyCard(card, trust(), issuedAt - 6 * 3600).verdict).toBe('valid');
});

test('a card of a device nobody listed, or of another programme, shows no claims', () => {
  const unproven = { verdict: 'unknown-issuer', reason: null, claims: null, statusAsOf: null };
  expect(verifyCard(encodeCard(asha, newDevice().signer), trust(), now)).toEqual(unproven);
  expect(verifyCard(card, trust({ issuer: 'another.example' }), now)).toEqual(unproven);
});

test('a card dated outside the life of its key', () => {
  const old = encodeCard({ ...asha, issuedAt: issuedAt - 800 * DAY }, device.signer);
  expect(verifyCard(old, trust(), now).verdict).toBe('unknown-issuer');
});

test('a forger who borrows the key id of a known device', () => {
  const forged = encodeCard(asha, { kid: device.signer.kid, privateKey: newDevice().privateKey });
  expect(verifyCard(forged, trust(), now)).toEqual({
    verdict: 'bad-signature',
    reason: null,
    claims: null,
    statusAsOf: null,
  });
});

test('by the public key of the device alone, whatever the programme', () => {
  const by = (key: typeof device, text = card, at = now) => verifyCardByKey(text, key.publicKey, at);
  expect(by(device)).toEqual({ verdict: 'valid', reason: null, claims: asha, statusAsOf: null });
  expect(by(device, card, asha.expiresAt).verdict).toBe('expired');
  expect(by(device, card, issuedAt - 2 * DAY).verdict).toBe('not-yet-valid');
  expect(by(newDevice())).toMatchObject({ verdict: 'unknown-issuer', claims: null });
  expect(by(central)).toMatchObject({ verdict: 'unknown-issuer', claims: null });
  const forged = encodeCard(asha, { kid: device.signer.kid, privateKey: newDevice().privateKey });
  expect(by(device, forged)).toMatchObject({ verdict: 'bad-signature', claims: null });
  expect(by(device, 'hello').verdict).toBe('not-a-health-card');
  expect(by(device, `${card.slice(0, 60)}AAA`)).toMatchObject({ verdict: 'damaged', reason: 'zlib' });
});

test('a stolen device: what it issued before the theft stands, what came after does not', () => {
  const stolenBefore = trust({ keys: keyListOf(device, { revokedAt: issuedAt - DAY }) });
  expect(verifyCard(card, stolenBefore, now)).toMatchObject({ verdict: 'issuer-revoked', claims: asha });
  const stolenAfter = trust({ keys: keyListOf(device, { revokedAt: issuedAt + DAY }) });
  expect(verifyCard(card, stolenAfter, now).verdict).toBe('valid');
});
