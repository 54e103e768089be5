import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import sharp from 'sharp';
import { type CardFace, defaultTemplate, drawCard, rasterise, readQr } from '#core/cards/index.ts';
import { demoPeople, photograph } from '#demo/index.ts';
import {
  type CardClaims,
  contentKey,
  deviceKid,
  encodeCard,
  sealConfidential,
  verifyCardByKey,
  withCheckDigit,
} from '#health-card/index.ts';
import { type Figure, medianMs } from './figure.ts';

/*
 * `kiosk bench card`: a card's text signed and verified, its page drawn, and its code read from a camera's frame of
 * 1280 × 720. The reference workloads are the bare Ed25519 operation, and the decoding of the same JPEG.
 */

const batch = 500;
const now = 1_795_000_000;
const claims: CardClaims = {
  number: withCheckDigit('10000012345'),
  name: 'Asha Devi Vishwakarma',
  nativeName: { text: 'आशा देवी विश्वकर्मा', language: 'hin' },
  sex: 'female',
  birth: '19840418',
  guardian: 'Ramkumar Vishwakarma',
  area: '0707-0091',
  issuer: 'https://health.model-state.example',
  issuedAt: now,
  expiresAt: now + 315_576_000,
  status: { index: 12_345, uri: 'https://health.model-state.example/status/1' },
};

export async function cardFigures(): Promise<Figure[]> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = createPublicKey(privateKey);
  const signer = { kid: deviceKid(publicKey), privateKey };
  const key = contentKey(new Uint8Array(32).fill(1));
  const clinical = { bloodGroup: 'O+', allergies: ['Penicillin'], conditions: ['Asthma'] };
  const text = encodeCard(claims, signer);
  const bytes = new TextEncoder().encode(text);
  const signature = sign(null, bytes, privateKey);

  const signing = await perSecond(() => sign(null, bytes, privateKey));
  const verifying = await perSecond(() => verify(null, bytes, publicKey, signature));
  const signed = await perSecond(() => encodeCard(claims, signer));
  const sealed = await perSecond(() =>
    encodeCard({ ...claims, confidential: sealConfidential(clinical, key) }, signer),
  );
  const verified = await perSecond(() => verifyCardByKey(text, publicKey, now));

  const portrait = await photograph(demoPeople[0]);
  const pdf = await draw(text, portrait);
  const drawing = await medianMs(() => draw(text, portrait));
  const frame = await frameOf(pdf);
  const decoding = await medianMs(() => sharp(frame).raw().toBuffer());
  const reading = await medianMs(() => readQr(frame));
  const bareSign = 'slower than a bare Ed25519 signature';
  const bareVerify = 'slower than a bare Ed25519 verification';
  return [
    { what: 'card: encoded and signed', value: signed, unit: '/s', ratio: signing / signed, to: bareSign },
    {
      what: 'card: the same with a confidential part',
      value: sealed,
      unit: '/s',
      ratio: signing / sealed,
      to: bareSign,
    },
    { what: 'card: verified', value: verified, unit: '/s', ratio: verifying / verified, to: bareVerify },
    { what: 'card: both sides drawn as PDF', value: drawing, unit: 'ms' },
    {
      what: 'card: code read from a frame of 1280x720',
      value: reading,
      unit: 'ms',
      ratio: reading / decoding,
      to: 'the decoding of its JPEG',
    },
  ];
}

async function perSecond(run: () => unknown): Promise<number> {
  const ms = await medianMs(() => {
    for (let i = 0; i < batch; i++) run();
  });
  return (1000 * batch) / ms;
}

async function draw(qrText: string, portrait: Uint8Array): Promise<Uint8Array> {
  const face: CardFace = {
    programme: {
      title: 'Model State Health Card',
      titleNative: 'आदर्श राज्य स्वास्थ्य कार्ड',
      language: 'hi',
      colour: '#0b5f63',
      organisation: 'District Hospital, Model Nagar',
    },
    name: claims.name,
    nativeName: 'आशा देवी विश्वकर्मा',
    sex: 'महिला / Female',
    birth: '18-04-1984',
    guardian: 'Ramkumar Vishwakarma',
    number: claims.number,
    area: 'Model Nagar',
    issuedOn: '22-11-2026',
    portrait,
    qrText,
    provisional: false,
  };
  const drawn = await drawCard(face, defaultTemplate);
  if (drawn.outcome !== 'drawn') throw new Error(drawn.outcome);
  return drawn.pdf;
}

/** The card held before a camera: three quarters of the picture wide, a little turned and soft. */
async function frameOf(pdf: Uint8Array): Promise<Uint8Array> {
  const [page] = await rasterise(pdf, 300);
  const card = await sharp(page.png)
    .resize({ width: 940 })
    .rotate(2, { background: '#777' })
    .blur(0.8)
    .toBuffer();
  return sharp({ create: { width: 1280, height: 720, channels: 3, background: '#777' } })
    .composite([{ input: card }])
    .jpeg({ quality: 85 })
    .toBuffer();
}
