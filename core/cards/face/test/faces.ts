import { generateKeyPairSync } from 'node:crypto';
import { type CardClaims, deviceKid, encodeCard, withCheckDigit } from '#health-card/index.ts';
import type { CardFace } from '../index.ts';

/** A synthetic card, signed, for the tests of this folder and of its neighbour. */

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
export const devicePublicKey = publicKey;

export const claims: CardClaims = {
  number: withCheckDigit('10000012345'),
  name: 'Asha Devi Vishwakarma',
  nativeName: { text: 'आशा देवी विश्वकर्मा', language: 'hin' },
  sex: 'female',
  birth: '19840418',
  guardian: 'Ramkumar Vishwakarma',
  area: '91',
  issuer: 'health.demo.example',
  issuedAt: 1_795_000_000,
  expiresAt: 2_110_000_000,
  status: { index: 12_345, uri: 'https://health.demo.example/status/1' },
};

export const qrText = encodeCard(claims, { kid: deviceKid(publicKey), privateKey });

export const face: CardFace = {
  programme: {
    title: 'Delhi State Health Card',
    titleNative: 'दिल्ली राज्य स्वास्थ्य कार्ड',
    language: 'hi',
    colour: '#0b5c5c',
  },
  name: claims.name,
  nativeName: 'आशा देवी विश्वकर्मा',
  sex: 'महिला / Female',
  birth: '18-04-1984',
  guardian: 'Ramkumar Vishwakarma',
  number: claims.number,
  area: 'North West Delhi',
  issuedOn: '22-11-2026',
  qrText,
  provisional: false,
};
