import { generateKeyPairSync } from 'node:crypto';
import { type CardClaims, deviceKid, encodeCard, withCheckDigit } from '#health-card/index.ts';
import type { CardFace, CardLanguage } from '../index.ts';

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

/** Letters of a code with a photo, as many as 400 bytes of WebP make it (version 22). */
export const photoQrText = `NCF${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'.repeat(25)}`.slice(0, 1070);

const hindi: CardFace = {
  programme: {
    title: 'Delhi State Health Card',
    titleNative: 'दिल्ली राज्य स्वास्थ्य कार्ड',
    language: 'hi',
    colour: '#0b5c5c',
    organisation: 'District Hospital, Model Nagar',
  },
  name: claims.name,
  nativeName: 'आशा देवी विश्वकर्मा',
  sex: 'महिला / Female',
  birth: '18-04-1984',
  guardian: 'Ramkumar Vishwakarma',
  number: claims.number,
  area: 'North West Delhi',
  issuedOn: '22-11-2026',
  expiresOn: '22-11-2036',
  qrText,
  photoQrText,
  provisional: false,
};

const { nativeName: _nativeName, ...english } = hindi;

/** The same invented person's card in each language. */
export const faces: Readonly<Record<CardLanguage, CardFace>> = {
  hi: hindi,
  en: {
    ...english,
    programme: { ...hindi.programme, titleNative: hindi.programme.title, language: 'en' },
    sex: 'Female',
  },
  ur: {
    ...hindi,
    programme: { ...hindi.programme, titleNative: 'دہلی ریاستی صحت کارڈ', language: 'ur' },
    nativeName: 'آشا دیوی وشوکرما',
    sex: 'عورت / Female',
    guardian: 'رام کمار وشوکرما',
    area: 'شمال مغربی دہلی',
  },
  pa: {
    ...hindi,
    programme: { ...hindi.programme, titleNative: 'ਦਿੱਲੀ ਰਾਜ ਸਿਹਤ ਕਾਰਡ', language: 'pa' },
    nativeName: 'ਆਸ਼ਾ ਦੇਵੀ ਵਿਸ਼ਵਕਰਮਾ',
    sex: 'ਔਰਤ / Female',
    guardian: 'ਰਾਮਕੁਮਾਰ ਵਿਸ਼ਵਕਰਮਾ',
  },
};

export const face = faces.hi;
