import { createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { readCbor } from './cbor.ts';
import { readSign1 } from './cose-sign1.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

/** RFC 8392, appendix A.3: a signed CWT, and its key from A.2.3. */
const token = hex(
  'd28443a10126a104524173796d6d657472696345434453413235365850a70175636f61703a2f2f61732e6578616d706c652e' +
    '636f6d02656572696b77037818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0' +
    '061a5610d9f007420b7158405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd08c8d4d4f9' +
    '6131680c429a01f85951ecee743a52b9b63632c57209120e1c9e30',
);
const publicKey = createPublicKey({
  format: 'jwk',
  key: {
    kty: 'EC',
    crv: 'P-256',
    x: Buffer.from(hex('143329cce7868e416927599cf65a34f3ce2ffda55a7eca69ed8919a394d42f0f')).toString(
      'base64url',
    ),
    y: Buffer.from(hex('60f7f1a780d8a783bfb7a2dd6b2796e8128dbbcef9d3d168db9529971a36e7b9')).toString(
      'base64url',
    ),
  },
});

test('the signed token of RFC 8392 is read and verifies', () => {
  const reading = readSign1(token);
  if (reading.outcome !== 'decoded') throw new Error(reading.reason);
  expect(reading.sign1.alg).toBe('ES256');
  expect(new TextDecoder().decode(reading.sign1.kid)).toBe('AsymmetricECDSA256');
  expect(reading.sign1.verifySignature(publicKey)).toBe(true);
  const claims = readCbor(reading.sign1.payload);
  expect(claims).toMatchObject({ outcome: 'decoded', value: expect.any(Map) });
});

test('the same token with one bit changed does not verify', () => {
  const reading = readSign1(token.with(token.length - 1, token[token.length - 1] ^ 1));
  expect(reading.outcome === 'decoded' && reading.sign1.verifySignature(publicKey)).toBe(false);
});
