import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Tagged } from 'cborg';
import { readCbor, writeCbor } from './cbor.ts';

/*
 * COSE_Encrypt0 (RFC 9052, 5.2): [protected header bytes, unprotected header, ciphertext] for people who share a key.
 * AES-GCM (RFC 9053, 4.1) with a random 96-bit IV in the unprotected header and the Enc_structure
 * ["Encrypt0", protected, h''] as additional data. Written with A256GCM; A128GCM is read too, as ID Claim 169 allows.
 * The key id is in the unprotected header; whoever changes it only makes the right key harder to find.
 */

const HEADER = { alg: 1, critical: 2, kid: 4, iv: 5 } as const;
const TAG_ENCRYPT0 = 16;
const TAG_CWT = 61;
const A256GCM = 3;
/** COSE algorithm → node's cipher and key length. */
const ciphers = new Map<unknown, { readonly cipher: 'aes-128-gcm' | 'aes-256-gcm'; readonly length: number }>(
  [
    [1, { cipher: 'aes-128-gcm', length: 16 }],
    [A256GCM, { cipher: 'aes-256-gcm', length: 32 }],
  ],
);
const IV_LENGTH = 12;
const AUTH_TAG_LENGTH = 16;
const KID_LENGTH = 4;

/** A secret shared by those who may read, and the id by which they find it. */
export interface ContentKey {
  readonly kid: Uint8Array;
  /** 32 bytes; 16 only to read what others wrote. */
  readonly secret: Uint8Array;
}

export type Encrypt0Reading =
  | { outcome: 'opened'; plaintext: Uint8Array }
  /** Encrypted to a key that is not at hand. */
  | { outcome: 'locked' }
  | { outcome: 'damaged'; reason: string };

/** A content key with its id: the first four bytes of the SHA-256 of the secret. */
export function contentKey(secret: Uint8Array): ContentKey {
  const kid = createHash('sha256').update(secret).digest().subarray(0, KID_LENGTH);
  return { kid: new Uint8Array(kid), secret };
}

/** A tagged COSE_Encrypt0 by A256GCM. Throws on a key that has not 32 bytes. */
export function writeEncrypt0(plaintext: Uint8Array, key: ContentKey): Uint8Array {
  const protectedBytes = writeCbor(new Map([[HEADER.alg, A256GCM]]));
  const iv = new Uint8Array(randomBytes(IV_LENGTH));
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv).setAAD(encStructure(protectedBytes));
  const ciphertext = Uint8Array.from([
    ...cipher.update(plaintext),
    ...cipher.final(),
    ...cipher.getAuthTag(),
  ]);
  const unprotected = new Map([
    [HEADER.kid, key.kid],
    [HEADER.iv, iv],
  ]);
  return Uint8Array.from([0xc0 | TAG_ENCRYPT0, ...writeCbor([protectedBytes, unprotected, ciphertext])]);
}

/** Whether bytes begin as a COSE_Encrypt0, with or without the tags 61 and 16. */
export function opensEncrypt0(bytes: Uint8Array): boolean {
  const at = bytes[0] === 0xd8 && bytes[1] === TAG_CWT ? 2 : 0;
  return bytes[at] === (0xc0 | TAG_ENCRYPT0) || bytes[at] === 0x83;
}

/** Opens a COSE_Encrypt0 with whichever of the keys fits; without a key id in it each is tried. Never throws. */
export function readEncrypt0(bytes: Uint8Array, keys: readonly ContentKey[]): Encrypt0Reading {
  const item = readCbor(bytes);
  if (item.outcome === 'damaged') return item;
  const parts = withoutTags(item.value);
  if (!Array.isArray(parts) || parts.length !== 3) return damaged('cose');
  const [protectedBytes, unprotected, ciphertext]: unknown[] = parts;
  if (!(protectedBytes instanceof Uint8Array) || !(unprotected instanceof Map)) return damaged('cose');
  if (!(ciphertext instanceof Uint8Array) || ciphertext.length < AUTH_TAG_LENGTH) return damaged('cose');
  const header = readHeader(protectedBytes, unprotected);
  if (header.outcome === 'damaged') return header;
  const { cipher, length, kid, iv } = header;
  const fitting = keys.filter(({ secret }) => secret.length === length);
  const named = kid === undefined ? fitting : fitting.filter((key) => Buffer.compare(key.kid, kid) === 0);
  for (const { secret } of named) {
    const plaintext = decrypt(cipher, secret, iv, encStructure(protectedBytes), ciphertext);
    if (plaintext) return { outcome: 'opened', plaintext };
  }
  return kid === undefined || named.length === 0 ? { outcome: 'locked' } : damaged('decryption');
}

function withoutTags(value: unknown): unknown {
  const inner = value instanceof Tagged && value.tag === TAG_CWT ? value.value : value;
  return inner instanceof Tagged && inner.tag === TAG_ENCRYPT0 ? inner.value : inner;
}

function readHeader(protectedBytes: Uint8Array, unprotected: ReadonlyMap<unknown, unknown>) {
  const item = readCbor(protectedBytes);
  if (item.outcome === 'damaged') return item;
  if (!(item.value instanceof Map)) return damaged('header');
  const header: ReadonlyMap<unknown, unknown> = item.value;
  if (header.has(HEADER.critical)) return damaged('critical-header');
  if (unprotected.has(HEADER.alg)) return damaged('alg-unprotected');
  const found = ciphers.get(header.get(HEADER.alg));
  if (!found) return damaged('alg');
  const iv = header.get(HEADER.iv) ?? unprotected.get(HEADER.iv);
  if (!(iv instanceof Uint8Array) || iv.length !== IV_LENGTH) return damaged('iv');
  const kid = header.get(HEADER.kid) ?? unprotected.get(HEADER.kid);
  if (kid !== undefined && !(kid instanceof Uint8Array)) return damaged('kid');
  return { outcome: 'decoded', ...found, iv, kid } as const;
}

function decrypt(
  algorithm: 'aes-128-gcm' | 'aes-256-gcm',
  secret: Uint8Array,
  iv: Uint8Array,
  aad: Uint8Array,
  ciphertext: Uint8Array,
): Uint8Array | null {
  const body = ciphertext.subarray(0, -AUTH_TAG_LENGTH);
  const authTag = ciphertext.subarray(-AUTH_TAG_LENGTH);
  const decipher = createDecipheriv(algorithm, secret, iv, { authTagLength: AUTH_TAG_LENGTH });
  decipher.setAAD(aad).setAuthTag(authTag);
  try {
    return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]));
  } catch {
    return null;
  }
}

const encStructure = (protectedBytes: Uint8Array) =>
  writeCbor(['Encrypt0', protectedBytes, new Uint8Array()]);

const damaged = (reason: string) => ({ outcome: 'damaged', reason }) as const;
