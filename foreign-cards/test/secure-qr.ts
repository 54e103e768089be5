import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** Synthetic Secure QRs for the tests of this folder. */

export const uidai = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const fields = (name: string, birth: string, version: readonly string[] = ['V2']) => [
  ...version,
  '3',
  '269720190308114407437',
  name,
  birth,
  'F',
  'C/O Ram',
  'East Delhi',
  ...Array(12).fill('x'),
];

/** Texts, then a photo's worth of noise, signed. */
export function secureQr(texts: readonly string[], key: KeyObject = uidai.privateKey, spoil = 0): string {
  const content = Buffer.concat([
    ...texts.map((text) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from([255])])),
    Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 131 + (at >> 3)) & 255)),
  ]);
  const signature = sign('sha256', content, key);
  content[0] ^= spoil;
  return numberOf(gzipSync(Buffer.concat([content, signature])));
}

export const numberOf = (bytes: Uint8Array): string =>
  BigInt(`0x${Buffer.from(bytes).toString('hex')}`).toString();
