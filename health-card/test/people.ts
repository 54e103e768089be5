import { generateKeyPairSync } from 'node:crypto';
import type { CardClaims, CardSigner, KeyList } from '../index.ts';
import { deviceKid, withCheckDigit } from '../index.ts';

/** Synthetic cards and keys for the tests of this folder. */

export const issuedAt = 1_795_000_000;
const YEAR = 365 * 86_400;

export const asha: CardClaims = {
  number: withCheckDigit('10000012345'),
  name: 'Asha Devi Vishwakarma',
  nativeName: { text: 'आशा देवी विश्वकर्मा', language: 'hin' },
  sex: 'female',
  birth: '19840418',
  guardian: 'Ramkumar Vishwakarma',
  area: '0707-0091',
  issuer: 'health.demo.example',
  issuedAt,
  expiresAt: issuedAt + 10 * YEAR,
  status: { index: 12_345, uri: 'https://health.demo.example/status/1' },
};

export function newDevice(kind: 'ed25519' | 'p-256' = 'ed25519') {
  const { publicKey, privateKey } =
    kind === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const signer: CardSigner = { kid: deviceKid(publicKey), privateKey };
  return { publicKey, privateKey, signer, kid: Buffer.from(signer.kid).toString('hex') };
}

type Device = ReturnType<typeof newDevice>;

export function keyListOf(device: Device, change: { revokedAt?: number } = {}): KeyList {
  const entry = {
    kid: device.kid,
    publicKey: device.publicKey.export({ format: 'jwk' }),
    device: 'kiosk-01',
    notBefore: issuedAt - YEAR,
    notAfter: issuedAt + YEAR,
    ...change,
  };
  return { version: 3, issuedAt, keys: [entry] };
}
