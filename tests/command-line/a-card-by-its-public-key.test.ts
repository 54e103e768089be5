import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentKey, deviceKid, encodeCard, sealConfidential, withCheckDigit } from '#health-card/index.ts';
import { kiosk } from '../support/command-line.ts';

/* Somebody with a public key in a file, and no kiosk: every verdict as JSON, with its exit code. */

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const signer = { kid: deviceKid(publicKey), privateKey };
const secret = new Uint8Array(32).fill(4);
const now = Math.floor(Date.now() / 1000);
const claims = {
  number: withCheckDigit('10000012345'),
  name: 'Asha Devi',
  sex: 'female' as const,
  birth: '19840418',
  issuer: 'https://health.model-state.example',
  issuedAt: now - 1000,
  status: { index: 1, uri: 'https://health.model-state.example/status/1' },
  confidential: sealConfidential({ bloodGroup: 'O+', allergies: [], conditions: [] }, contentKey(secret)),
};
const card = encodeCard(claims, signer);
let folder = '';
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-key-'));
  await writeFile(file('issuer.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  await writeFile(file('issuer.jwk'), JSON.stringify(publicKey.export({ format: 'jwk' })));
  const keys = [other.publicKey, publicKey].map((key) => key.export({ format: 'jwk' }));
  await writeFile(file('issuers.jwks'), JSON.stringify({ keys }));
  await writeFile(file('other.pem'), other.publicKey.export({ type: 'spki', format: 'pem' }));
  await writeFile(
    file('clinical.jwk'),
    JSON.stringify({ kty: 'oct', k: Buffer.from(secret).toString('base64url') }),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const verify = async (text: string, ...args: string[]) => {
  const ran = await kiosk(['verify-card', text, '--json', ...args], {});
  return { code: ran.code, judged: ran.out === '' ? null : JSON.parse(ran.out), err: ran.err };
};

test.each(['issuer.pem', 'issuer.jwk', 'issuers.jwks'])('the key as %s', async (name) => {
  expect(await verify(card, '--key', file(name))).toMatchObject({
    code: 0,
    judged: { verdict: 'valid', reason: null, card: { name: 'Asha Devi', confidential: 'locked' } },
  });
});

test('with the clinical key its details open', async () => {
  const args = ['--key', file('issuer.pem'), '--clinical-key', file('clinical.jwk')];
  expect(await verify(card, ...args)).toMatchObject({
    judged: { card: { confidential: { bloodGroup: 'O+' } } },
  });
});

test.each([
  ['expired', encodeCard({ ...claims, expiresAt: now - 10 }, signer), 'issuer.pem', null],
  ['not-yet-valid', encodeCard({ ...claims, notBefore: now + 90_000 }, signer), 'issuer.pem', null],
  ['unknown-issuer', card, 'other.pem', null],
  ['bad-signature', encodeCard(claims, { ...signer, privateKey: other.privateKey }), 'issuer.pem', null],
  ['locked', encodeCard(claims, signer, { encryptTo: contentKey(secret) }), 'issuer.pem', null],
  ['damaged', card.slice(0, 90), 'issuer.pem', 'zlib'],
  ['not-a-health-card', 'hello', 'issuer.pem', null],
])('%s ends with 1', async (verdict, text, key, reason) => {
  expect(await verify(text, '--key', file(key))).toMatchObject({ code: 1, judged: { verdict, reason } });
});

test('a key that is none, and a file that is not there, end with 2', async () => {
  expect(await verify(card, '--key', file('clinical.jwk'))).toMatchObject({ code: 2, judged: null });
  expect(await verify(card, '--key', file('none.pem'))).toMatchObject({ code: 2, judged: null });
});
