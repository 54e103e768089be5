import { createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { readEncrypt0, writeEncrypt0 } from './cose-encrypt0.ts';
import { contentKey, readIdentity169, readToken } from './index.ts';
import { packQrText } from './qr-text.ts';

/* What others published, read by us: the facts of their examples, not their code. */

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

test('an idpass card by the key of RFC 8032, test 1', () => {
  const reading = readToken(
    '6BF590B20FFWJWG.FKJ05H7B0XKA8FA9DIWENPEJ/5P$DPQE88EB$CBECP9ERZC04E21DDF3/E96007F3ORAO001KL580 B9%W5*B9C+9%R8646%86HKESED1/DRTC5UA QE$345$CVQEX.DX88WBK0NG8PB4 O/38TL6XDALLKLPQATHO.3ZPJMUAVQFSB1:+B*21V FWMC6SU439YU774475LJ2U5T02$VBSIMLQ3:6J.E1-1STM$4',
  );
  if (reading.outcome !== 'read') throw new Error(reading.outcome);
  const x = Buffer.from(bytes('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'));
  const key = { kty: 'OKP', crv: 'Ed25519', x: x.toString('base64url') };
  expect(reading.token.verifySignature(createPublicKey({ key, format: 'jwk' }))).toBe(true);
  expect(readIdentity169(reading.token.claims)).toMatchInlineSnapshot(`
    {
      "identity": {
        "fullName": "Signed Test Person",
        "id": "ID-SIGNED-001",
      },
      "outcome": "read",
    }
  `);
});

test('an Inji Certify card of the MOSIP dialect: tag 61, claim 169 as bytes, one map for a face', () => {
  const reading = readToken(
    packQrText(
      bytes(
        'd83dd2845831a2012604582b5455444c4e4e516b30324a766c4a6d376174774847414332644d363351333259482d2d6d39765' +
          '74f42746ba058efa501782e68747470733a2f2f3232316633386363336666632e6e67726f6b2d667265652e6170702f76312f' +
          '63657274696679041a6a57282b051a6969da2b061a6969da2b18a958a7ac016a33393138353932343338020a046c4a616e617' +
          '26468616e204253086a30342d31382d3139383409010a78294e657720486f7573652c204e656172204d6574726f204c696e65' +
          '2c2042656e67616c7572752c204b410b756a616e61726468616e406578616d706c652e636f6d0c6d2b3931393837363534333' +
          '231300d62494e183ea3006435323439010002001841a3006435323439010202006568656c6c6f65776f726c64584040a10df7' +
          '19e0fa3079a0ecceb08d4dc6877c4c8c622bf760169a89ee4059b8989e64d733ac28096927c6ac38176cfe50036f2ff3dedcf' +
          '789116285ff9f18ce0a',
      ),
    ),
  );
  if (reading.outcome !== 'read') throw new Error(JSON.stringify(reading));
  expect(reading.token.alg).toBe('ES256');
  expect(readIdentity169(reading.token.claims)).toMatchInlineSnapshot(`
    {
      "identity": {
        "address": "New House, Near Metro Line, Bengaluru, KA",
        "birth": "04-18-1984",
        "email": "janardhan@example.com",
        "face": [
          {
            "data": "5249",
            "format": 0,
            "subFormat": 0,
          },
        ],
        "fullName": "Janardhan BS",
        "gender": 1,
        "id": "3918592438",
        "nationality": "IN",
        "phone": "+919876543210",
        "version": "10",
        "voice": [
          {
            "data": "5249",
            "format": 2,
            "subFormat": 0,
          },
        ],
      },
      "outcome": "read",
    }
  `);
});

/** cose-wg/Examples, aes-gcm-enc-03. */
const example = bytes(
  'd08343a10103a1054c02d1f7e6f26c43d4868d87ce58249d64a5a59a3b04867dccf6b8ef82f7d1a3b25ef84eca2bc5d7593a96e943859a9cc24ad3',
);
const key = contentKey(bytes('0f1e2d3c4b5a69788796a5b4c3d2e1f01f2e3d4c5b6a798897a6b5c4d3e2f100'));

test('the COSE_Encrypt0 of the COSE working group opens with its key and no other', () => {
  const opened = readEncrypt0(example, [contentKey(new Uint8Array(32)), key]);
  expect(opened).toEqual({ outcome: 'opened', plaintext: new TextEncoder().encode('This is the content.') });
  expect(readEncrypt0(example, [contentKey(new Uint8Array(32))])).toEqual({ outcome: 'locked' });
  expect(readEncrypt0(example.with(-1, 0), [key])).toEqual({ outcome: 'locked' });
});

test('what we encrypt names its key, so a broken one is damage and a foreign one is locked', () => {
  const ours = writeEncrypt0(bytes('00112233'), key);
  expect(readEncrypt0(ours, [key])).toEqual({ outcome: 'opened', plaintext: bytes('00112233') });
  expect(readEncrypt0(ours.with(-1, ours[ours.length - 1] ^ 1), [key])).toEqual({
    outcome: 'damaged',
    reason: 'decryption',
  });
  expect(readEncrypt0(ours, [contentKey(new Uint8Array(32))])).toEqual({ outcome: 'locked' });
});
