import type { KeyObject } from 'node:crypto';
import { readCbor } from './cbor.ts';
import { type ContentKey, opensEncrypt0, readEncrypt0 } from './cose-encrypt0.ts';
import { type Algorithm, readSign1 } from './cose-sign1.ts';
import { unpackQrText } from './qr-text.ts';

/*
 * A CWT (RFC 8392) out of a QR's text: signed, and around the signed bytes perhaps encrypted. It says nothing of what
 * the claims mean; claim169.ts reads a health card in them, identity169.ts any identity of ID Claim 169.
 */

export interface Token {
  /** The CWT claims as decoded CBOR. */
  readonly claims: unknown;
  /** Hexadecimal; empty where the token names no key. */
  readonly kid: string;
  readonly alg: Algorithm;
  /** Whether the signed bytes were encrypted as a whole. */
  readonly encrypted: boolean;
  /** Whether this key signed the token; false for a key of another kind. Never throws. */
  verifySignature(publicKey: KeyObject): boolean;
}

export type TokenReading =
  | { outcome: 'read'; token: Token }
  | { outcome: 'not-a-health-card' }
  /** Encrypted as a whole, to a key that is not at hand. */
  | { outcome: 'locked' }
  | { outcome: 'damaged'; reason: string };

/** Reads either dialect, with the tags 61, 18 and 16 or without. The signature is not yet checked. Never throws. */
export function readToken(text: string, keys: readonly ContentKey[] = []): TokenReading {
  const unpacked = unpackQrText(text);
  if (unpacked.outcome !== 'unpacked') return unpacked;
  const encrypted = opensEncrypt0(unpacked.bytes);
  const opened = encrypted
    ? readEncrypt0(unpacked.bytes, keys)
    : { outcome: 'opened' as const, plaintext: unpacked.bytes };
  if (opened.outcome !== 'opened') return opened;
  const cose = readSign1(opened.plaintext);
  if (cose.outcome === 'damaged') return cose;
  const { payload, kid, alg, verifySignature } = cose.sign1;
  const content = readCbor(payload);
  if (content.outcome === 'damaged') return content;
  const token = {
    claims: content.value,
    kid: Buffer.from(kid).toString('hex'),
    alg,
    encrypted,
    verifySignature,
  };
  return { outcome: 'read', token };
}
