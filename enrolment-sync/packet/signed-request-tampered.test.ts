import { createPrivateKey, sign } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { expect, test } from 'vitest';
import { signRequest, verifyRequest } from './http-signature.ts';
import { newDevice } from './test/enrolments.ts';

const device = newDevice();
const now = Date.parse('2026-11-20T10:00:00Z');
const request = {
  method: 'POST',
  url: 'http://central.example/v1/packets',
  headers: { 'content-type': 'application/octet-stream' },
  body: Uint8Array.of(1, 2, 3),
};
const signed = { ...request, headers: await signRequest(request, device, now) };
const knows = async (kid: string) => (kid === device.kid ? device.publicKey : null);

test('a signed request is verified and yields kid, nonce and time', async () => {
  const verified = await verifyRequest(signed, knows, now);
  expect(verified).toMatchObject({ outcome: 'verified', kid: device.kid, created: now });
});

test('a proxy may end TLS, and a P-256 device may sign', async () => {
  expect(
    (await verifyRequest({ ...signed, url: signed.url.replace('http:', 'https:') }, knows, now)).outcome,
  ).toBe('verified');
  const other = newDevice('p-256');
  const headers = await signRequest(request, other, now);
  expect((await verifyRequest({ ...request, headers }, async () => other.publicKey, now)).outcome).toBe(
    'verified',
  );
});

test('two signatures of the same request differ in their nonce', async () => {
  const again = await signRequest(request, device, now);
  expect(again['signature-input']).not.toBe(signed.headers['signature-input']);
});

test.each([
  ['another body', { ...signed, body: Uint8Array.of(1, 2, 4) }],
  ['another path', { ...signed, url: 'http://central.example/v1/leases' }],
  ['another host', { ...signed, url: 'http://other.example/v1/packets' }],
  ['another method', { ...signed, method: 'PUT' }],
  ['another content type', { ...signed, headers: { ...signed.headers, 'content-type': 'text/plain' } }],
  ['a torn signature', { ...signed, headers: { ...signed.headers, signature: 'sig1=:AAAA:' } }],
  ['no sense in the header', { ...signed, headers: { ...signed.headers, 'signature-input': '§' } }],
])('%s is refused as a bad signature', async (_, changed) => {
  expect(await verifyRequest(changed, knows, now)).toEqual({ outcome: 'refused', reason: 'bad-signature' });
});

test('an unsigned request, an unknown device and an old or early signature are told apart', async () => {
  const reason = async (...given: Parameters<typeof verifyRequest>) => {
    const verified = await verifyRequest(...given);
    return verified.outcome === 'refused' && verified.reason;
  };
  const hour = 3_600_000;
  expect(await reason(request, knows, now)).toBe('unsigned');
  expect(await reason(signed, async () => null, now)).toBe('unknown-device');
  expect(await reason(signed, knows, now + hour)).toBe('stale');
  expect(await reason(signed, knows, now - hour)).toBe('stale');
});

test('a signature that leaves the body out does not count', async () => {
  const input = signed.headers['signature-input'].replace(' "content-digest"', '');
  const changed = { ...signed, headers: { ...signed.headers, 'signature-input': input } };
  expect((await verifyRequest(changed, knows, now)).outcome).toBe('refused');
});

test('the library signs the example of RFC 9421, B.2.6, as the RFC does', async () => {
  const der = 'MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF';
  const key = createPrivateKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'pkcs8' });
  const example = await httpbis.signMessage(
    {
      key: { id: 'test-key-ed25519', sign: async (data) => sign(null, data, key) },
      name: 'sig-b26',
      fields: ['date', '@method', '@path', '@authority', 'content-type', 'content-length'],
      params: ['created', 'keyid'],
      paramValues: { created: new Date(1_618_884_473_000) },
    },
    {
      method: 'POST',
      url: 'https://example.com/foo?param=Value&Pet=dog',
      headers: {
        date: 'Tue, 20 Apr 2021 02:07:55 GMT',
        'content-type': 'application/json',
        'content-length': '18',
      },
    },
  );
  expect(example.headers).toMatchObject({
    Signature:
      'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:',
  });
});
