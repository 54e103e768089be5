import { CompactSign } from 'jose';
import { expect, test } from 'vitest';
import { KeyList, openKeyList, signKeyList } from './index.ts';
import { keyListOf, newDevice } from './test/people.ts';

const root = newDevice();
const list = keyListOf(newDevice());

test.each(['ed25519', 'p-256'] as const)('a list signed by a %s root opens', async (kind) => {
  const signer = newDevice(kind);
  const jws = await signKeyList(list, signer.privateKey);
  expect(await openKeyList(jws, signer.publicKey)).toEqual({ outcome: 'opened', list });
});

test('a list of another root, cut short, or not a list at all is refused', async () => {
  const jws = await signKeyList(list, root.privateKey);
  const refused = { outcome: 'refused', reason: 'signature' };
  expect(await openKeyList(jws, newDevice().publicKey)).toEqual(refused);
  expect(await openKeyList(jws, newDevice('p-256').publicKey)).toEqual(refused);
  expect(await openKeyList(jws.slice(0, -4), root.publicKey)).toEqual(refused);
  expect(await openKeyList('', root.publicKey)).toEqual(refused);
  const [, body] = jws.split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  expect(await openKeyList(`${none}.${body}.`, root.publicKey)).toEqual(refused);
});

test('something else the root signed is not taken for a key list', async () => {
  const content = new TextEncoder().encode(JSON.stringify(list));
  const sign = (typ: string, bytes: Uint8Array) =>
    new CompactSign(bytes).setProtectedHeader({ alg: 'EdDSA', typ }).sign(root.privateKey);
  const receipt = await sign('receipt', content);
  expect(await openKeyList(receipt, root.publicKey)).toEqual({ outcome: 'refused', reason: 'type' });
  const empty = await sign('card-key-list+jws', new TextEncoder().encode('{'));
  expect(await openKeyList(empty, root.publicKey)).toEqual({ outcome: 'refused', reason: 'content' });
});

test('a private key never leaves in a list, and a key id stands once', () => {
  const device = newDevice();
  const [entry] = keyListOf(device).keys;
  const leaking = { ...entry, publicKey: device.privateKey.export({ format: 'jwk' }) };
  expect(KeyList.parse({ ...list, keys: [leaking] }).keys[0].publicKey).not.toHaveProperty('d');
  expect(KeyList.safeParse({ ...list, keys: [entry, entry] }).success).toBe(false);
});
