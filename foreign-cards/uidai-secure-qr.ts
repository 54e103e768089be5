import { type KeyObject, verify } from 'node:crypto';
import { unzipSync } from 'node:zlib';
import { birthOfText } from './birth-text.ts';
import type { ForeignCardReading } from './foreign-card.ts';
import { oneLine } from './one-line.ts';

/*
 * UIDAI's Secure QR: a decimal number, its bytes gzipped; inside, texts in ISO-8859-1 each ended by a byte 255, then the
 * photo and hashes, then an RSA-2048 signature (SHA-256, PKCS #1 v1.5) over everything before it. Fields: an optional
 * version (V2 and later), which hashes there are (0 to 3), reference (last four digits and time), name, birth, … Only name
 * and birth are taken out of it; law and decency ask that nothing else of Aadhaar is kept.
 */

/** A Secure QR of a person with neither photo nor address would still have more digits than this. */
const DECIMAL = /^\d{700,7200}$/;
const MAX_INFLATED = 64 * 1024;
const SIGNATURE_LENGTH = 256;
const END = 0xff;
/** Version, flag, reference, name, birth: no more is looked at. */
const MAX_FIELDS = 5;

/** Reads a Secure QR and checks its signature by each of the keys; without keys it is `not-checked`. Never throws. */
export function readUidaiSecureQr(text: string, keys: readonly KeyObject[]): ForeignCardReading {
  if (!DECIMAL.test(text)) return { outcome: 'other' };
  const bytes = inflate(bytesOf(BigInt(text)));
  if (bytes === null) return damaged('gzip');
  if (bytes.length <= SIGNATURE_LENGTH) return damaged('too-short');
  const content = bytes.subarray(0, -SIGNATURE_LENGTH);
  const signature = bytes.subarray(-SIGNATURE_LENGTH);
  if (keys.length > 0 && !keys.some((key) => isSignedBy(key, content, signature)))
    return { outcome: 'forged' };
  const fields = fieldsOf(content);
  const [flag, reference, name, birthText] = /^V\d{1,2}$/.test(fields[0] ?? '') ? fields.slice(1) : fields;
  if (!/^[0-3]$/.test(flag ?? '') || !/^\d{4,21}$/.test(reference ?? '')) return damaged('fields');
  const holder = oneLine(80).safeParse(name);
  if (!holder.success) return damaged('name');
  const birth = birthOfText(birthText ?? '');
  if (!birth) return damaged('birth');
  const checked = keys.length > 0 ? 'good' : 'not-checked';
  return { outcome: 'read', card: { source: 'aadhaar-qr', signature: checked, name: holder.data, birth } };
}

function bytesOf(number: bigint): Uint8Array {
  const hex = number.toString(16);
  return Uint8Array.from(Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'));
}

function inflate(bytes: Uint8Array): Uint8Array | null {
  try {
    return unzipSync(bytes, { maxOutputLength: MAX_INFLATED });
  } catch {
    return null;
  }
}

/** RSA alone: a key of another kind, put there by mistake, proves nothing. */
function isSignedBy(key: KeyObject, content: Uint8Array, signature: Uint8Array): boolean {
  return key.asymmetricKeyType === 'rsa' && verify('sha256', content, key, signature);
}

function fieldsOf(content: Uint8Array): string[] {
  const fields: string[] = [];
  for (let from = 0; fields.length < MAX_FIELDS; ) {
    const end = content.indexOf(END, from);
    if (end < 0) break;
    fields.push(Buffer.from(content.subarray(from, end)).toString('latin1'));
    from = end + 1;
  }
  return fields;
}

const damaged = (reason: string) => ({ outcome: 'damaged', reason }) as const;
