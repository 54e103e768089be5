import { expect, test } from 'vitest';
import { writeCbor } from './cbor.ts';
import { claimsToCwt } from './claim169.ts';
import { writeSign1 } from './cose-sign1.ts';
import { encodeCard, readCard } from './index.ts';
import { packQrText } from './qr-text.ts';
import { asha, newDevice } from './test/people.ts';

/** Characters of a version 14-M alphanumeric QR: what a 28 mm box holds at four printer dots a module. */
const V14_M = 528;

test.each(['ed25519', 'p-256'] as const)('a card signed with %s says what was written', (kind) => {
  const device = newDevice(kind);
  const reading = readCard(encodeCard(asha, device.signer));
  if (reading.outcome !== 'read') throw new Error('the card was not read');
  expect(reading.claims).toEqual(asha);
  expect(reading.kid).toBe(device.kid);
  expect(reading.verifySignature(device.publicKey)).toBe(true);
  expect(reading.verifySignature(newDevice(kind).publicKey)).toBe(false);
  expect(reading.verifySignature(newDevice(kind === 'p-256' ? 'ed25519' : 'p-256').publicKey)).toBe(false);
});

test('a Hindi card fits the QR on the front', () => {
  expect(encodeCard(asha, newDevice().signer).length).toBeLessThanOrEqual(V14_M);
});

test('a card with the year of birth alone, and nothing optional', () => {
  const { number, name, sex, issuer, status, issuedAt } = asha;
  const claims = { number, name, sex, birth: '1961', issuer, status, issuedAt };
  expect(readCard(encodeCard(claims, newDevice().signer))).toMatchObject({ outcome: 'read', claims });
});

test.each(['tag-18', 'tag-61'] as const)('the dialect %s is written and read', (dialect) => {
  const device = newDevice();
  const reading = readCard(encodeCard(asha, device.signer, { dialect }));
  if (reading.outcome !== 'read') throw new Error('the card was not read');
  expect(reading.claims).toEqual(asha);
  expect(reading.verifySignature(device.publicKey)).toBe(true);
});

test('a birth date with hyphens, as some issuers write it', () => {
  const cwt = new Map(claimsToCwt(asha));
  cwt.set(169, writeCbor(new Map([...mapOf(cwt.get(169)), [8, '1984-04-18']])));
  const text = packQrText(writeSign1(writeCbor(cwt), newDevice().signer));
  expect(readCard(text)).toMatchObject({ outcome: 'read', claims: asha });
});

test('a wrong number never becomes a card', () => {
  expect(() => encodeCard({ ...asha, number: '100000123450' }, newDevice().signer)).toThrow();
});

function mapOf(value: unknown): Iterable<[unknown, unknown]> {
  if (value instanceof Map) return value;
  throw new TypeError('a map was expected');
}
