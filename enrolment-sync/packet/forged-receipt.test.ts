import { generateKeyPairSync } from 'node:crypto';
import { CompactSign, exportJWK } from 'jose';
import { expect, test } from 'vitest';
import { openReceipt, type Receipt, signReceipt } from './receipt.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = await exportJWK(publicKey);
const receipt: Receipt = {
  outcome: 'accepted',
  packetId: 'ab'.repeat(32),
  personId: '019aa0d8-0000-7000-8000-000000000001',
  at: '2026-11-20T10:00:00.000Z',
};

test('a receipt of central is read', async () => {
  expect(await openReceipt(await signReceipt(receipt, privateKey), key)).toEqual(receipt);
});

test('a receipt signed by somebody else, changed, or no receipt at all is not believed', async () => {
  const other = generateKeyPairSync('ed25519').privateKey;
  const [header, , signature] = (await signReceipt(receipt, privateKey)).split('.');
  const payload = Buffer.from(JSON.stringify({ ...receipt, packetId: 'cd'.repeat(32) })).toString(
    'base64url',
  );
  const keyList = await new CompactSign(Buffer.from(JSON.stringify(receipt)))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'card-key-list+jws' })
    .sign(privateKey);
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
  for (const jws of [
    await signReceipt(receipt, other),
    `${header}.${payload}.${signature}`,
    keyList,
    unsigned,
    '',
  ])
    expect(await openReceipt(jws, key)).toBeNull();
});
