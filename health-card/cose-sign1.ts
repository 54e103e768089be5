import { type KeyObject, sign, verify } from 'node:crypto';
import { Tagged } from 'cborg';
import { readCbor, writeCbor } from './cbor.ts';

/*
 * COSE_Sign1 (RFC 9052): [protected header bytes, unprotected header, payload, signature], where the signature is
 * over ["Signature1", protected, h'', payload]. Two algorithms: EdDSA on Ed25519 and ES256 on P-256, each with a
 * 64-byte signature (ES256 raw R||S). The algorithm must stand in the protected header and fit the key: an
 * attacker must not be able to choose it.
 */

const HEADER = { alg: 1, critical: 2, kid: 4 } as const;
const TAG_SIGN1 = 18;
const TAG_ENCRYPT0 = 16;
const TAG_CWT = 61;
/** Tag 18 as the single byte it takes. */
const SIGN1_PREFIX = 0xd2;
const SIGNATURE_LENGTH = 64;
/** MOSIP writes the 43 letters of a thumbprint. */
const MAX_KID_LENGTH = 64;

export type Algorithm = 'EdDSA' | 'ES256';
const codes = { EdDSA: -8, ES256: -7 } as const;

/** A key that signs and the id by which verifiers find its public half. */
export interface CardSigner {
  /** 8 bytes, see deviceKid. */
  readonly kid: Uint8Array;
  /** Ed25519 or P-256. */
  readonly privateKey: KeyObject;
}

export interface Sign1 {
  readonly protectedHeader: ReadonlyMap<unknown, unknown>;
  readonly payload: Uint8Array;
  /** Empty where the token names no key. */
  readonly kid: Uint8Array;
  readonly alg: Algorithm;
  /** Whether a CWT tag (61) stood before the COSE_Sign1. */
  readonly cwtTag: boolean;
  /** Whether the key signed this; false also for a key of another kind. Never throws. */
  verifySignature(publicKey: KeyObject): boolean;
}

export type Sign1Reading = { outcome: 'decoded'; sign1: Sign1 } | { outcome: 'damaged'; reason: string };

/** The algorithm a key signs with, or null for a key of any other kind. */
export function algorithmOf(key: KeyObject): Algorithm | null {
  if (key.asymmetricKeyType === 'ed25519') return 'EdDSA';
  if (key.asymmetricKeyType !== 'ec') return null;
  return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ES256' : null;
}

/** A tagged COSE_Sign1; `headers` join alg and kid in the protected header. Throws on an unsuitable key. */
export function writeSign1(
  payload: Uint8Array,
  signer: CardSigner,
  headers: ReadonlyMap<number, string> = new Map(),
): Uint8Array {
  const alg = algorithmOf(signer.privateKey);
  if (alg === null) throw new TypeError('cards are signed with Ed25519 or P-256');
  if (signer.kid.length !== 8) throw new RangeError('a key id has 8 bytes');
  const entries = [[HEADER.alg, codes[alg]], [HEADER.kid, signer.kid], ...headers] as const;
  const protectedBytes = writeCbor(new Map<number, unknown>(entries));
  const signature = signBytes(alg, toBeSigned(protectedBytes, payload), signer.privateKey);
  const body = writeCbor([protectedBytes, new Map(), payload, signature]);
  return Uint8Array.from([SIGN1_PREFIX, ...body]);
}

/** Reads a COSE_Sign1 with or without the tags 61 and 18. The signature is not yet checked. Never throws. */
export function readSign1(bytes: Uint8Array): Sign1Reading {
  const item = readCbor(bytes);
  if (item.outcome === 'damaged') return item;
  const cwtTag = item.value instanceof Tagged && item.value.tag === TAG_CWT;
  const outer = cwtTag && item.value instanceof Tagged ? item.value.value : item.value;
  if (outer instanceof Tagged && outer.tag === TAG_ENCRYPT0) return damaged('encrypted');
  if (outer instanceof Tagged && outer.tag !== TAG_SIGN1) return damaged('cose');
  const parts = outer instanceof Tagged ? outer.value : outer;
  if (!Array.isArray(parts) || parts.length !== 4) return damaged('cose');
  const [protectedBytes, unprotected, payload, signature]: unknown[] = parts;
  if (!(protectedBytes instanceof Uint8Array) || !(unprotected instanceof Map)) return damaged('cose');
  if (!(payload instanceof Uint8Array) || !(signature instanceof Uint8Array)) return damaged('cose');
  if (signature.length !== SIGNATURE_LENGTH) return damaged('signature-length');
  const header = readHeader(protectedBytes, unprotected);
  if (header.outcome === 'damaged') return header;
  const { protectedHeader, alg, kid } = header;
  const verifySignature = (publicKey: KeyObject) =>
    algorithmOf(publicKey) === alg &&
    verifyBytes(alg, toBeSigned(protectedBytes, payload), publicKey, signature);
  return { outcome: 'decoded', sign1: { protectedHeader, payload, kid, alg, cwtTag, verifySignature } };
}

function readHeader(protectedBytes: Uint8Array, unprotected: ReadonlyMap<unknown, unknown>) {
  const item = readCbor(protectedBytes);
  if (item.outcome === 'damaged') return item;
  const header = item.value;
  if (!(header instanceof Map)) return damaged('header');
  const protectedHeader: ReadonlyMap<unknown, unknown> = header;
  if (protectedHeader.has(HEADER.critical)) return damaged('critical-header');
  if (unprotected.has(HEADER.alg)) return damaged('alg-unprotected');
  const code = protectedHeader.get(HEADER.alg);
  const alg = code === codes.EdDSA ? 'EdDSA' : code === codes.ES256 ? 'ES256' : null;
  if (alg === null) return damaged('alg');
  if (protectedHeader.has(HEADER.kid) && unprotected.has(HEADER.kid)) return damaged('kid');
  const kid = protectedHeader.get(HEADER.kid) ?? unprotected.get(HEADER.kid) ?? new Uint8Array();
  if (!(kid instanceof Uint8Array) || kid.length > MAX_KID_LENGTH) return damaged('kid');
  return { outcome: 'decoded' as const, protectedHeader, alg, kid } as const;
}

const damaged = (reason: string) => ({ outcome: 'damaged', reason }) as const;

const toBeSigned = (protectedBytes: Uint8Array, payload: Uint8Array) =>
  writeCbor(['Signature1', protectedBytes, new Uint8Array(), payload]);

function signBytes(alg: Algorithm, bytes: Uint8Array, key: KeyObject): Uint8Array {
  if (alg === 'EdDSA') return new Uint8Array(sign(null, bytes, key));
  return new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }));
}

function verifyBytes(alg: Algorithm, bytes: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    if (alg === 'EdDSA') return verify(null, bytes, key, signature);
    return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}
