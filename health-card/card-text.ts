import type { KeyObject } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { readCbor, writeCbor } from './cbor.ts';
import { claimsFromCwt, claimsToCwt } from './claim169.ts';
import { CardClaims } from './claims.ts';
import { type Algorithm, type CardSigner, readSign1, writeSign1 } from './cose-sign1.ts';

/*
 * The text in a card's QR: CWT claims in COSE_Sign1, zlib, Base45, without a prefix (ID Claim 169 v1.2).
 * The QR is printed in alphanumeric mode, so the text is the unit everyone handles.
 */

/** The most characters an alphanumeric QR can hold (version 40-L); nothing longer came from one. */
const MAX_TEXT = 4296;
const MAX_INFLATED = 64 * 1024;
const DEFLATE = { level: 9 };
/** CMF of every zlib stream with a 32 KiB window; with FLG it is a multiple of 31 (RFC 1950). */
const ZLIB_CMF = 0x78;

export type CardReading =
  | {
      outcome: 'read';
      claims: CardClaims;
      /** Hexadecimal. */
      kid: string;
      alg: Algorithm;
      /** Whether this key signed the card; false for a key of another kind. Never throws. */
      verifySignature(publicKey: KeyObject): boolean;
    }
  | { outcome: 'not-a-health-card' }
  | { outcome: 'damaged'; reason: string };

/** The signed Base45 text of a card. Throws where the claims or the key break the profile: that is a bug. */
export function encodeCard(claims: CardClaims, signer: CardSigner): string {
  const payload = writeCbor(claimsToCwt(CardClaims.parse(claims)));
  return encodeBase45(deflateSync(writeSign1(payload, signer), DEFLATE));
}

/**
 * What a scanned text says, in either dialect of ID Claim 169. `read` says nothing of trust: see verifyCard.
 * Text of any other origin is `not-a-health-card`; a broken card is `damaged`, with a reason for the log that
 * carries nothing of its content. Never throws.
 */
export function readCard(text: string): CardReading {
  if (!opensZlib(text)) return { outcome: 'not-a-health-card' };
  if (text.length > MAX_TEXT) return damaged('too-long');
  const compressed = decodeBase45(text);
  if (compressed === null) return damaged('base45');
  const inflated = inflate(compressed);
  if (inflated.outcome === 'damaged') return inflated;
  const cose = readSign1(inflated.bytes);
  if (cose.outcome === 'damaged') return cose;
  const { payload, kid, alg, verifySignature } = cose.sign1;
  const content = readCbor(payload);
  if (content.outcome === 'damaged') return content;
  const claims = claimsFromCwt(content.value);
  if (claims.outcome !== 'read') return claims;
  return { ...claims, kid: Buffer.from(kid).toString('hex'), alg, verifySignature };
}

/** The first three characters hold the zlib header: a cheap way to know other codes. */
function opensZlib(text: string): boolean {
  const header = decodeBase45(text.slice(0, 3));
  return header?.length === 2 && header[0] === ZLIB_CMF && (header[0] * 256 + header[1]) % 31 === 0;
}

/** What inflateSync returns with `info`; Node's types leave it out. */
const Inflated = z.object({
  buffer: z.instanceof(Uint8Array),
  engine: z.object({ bytesWritten: z.number() }),
});

function inflate(compressed: Uint8Array) {
  try {
    // `info` tells how much was consumed: bytes behind the stream would be outside the signature.
    const options = { maxOutputLength: MAX_INFLATED, info: true };
    const { buffer, engine } = Inflated.parse(inflateSync(compressed, options));
    if (engine.bytesWritten !== compressed.length) return damaged('trailing-bytes');
    return { outcome: 'inflated', bytes: buffer } as const;
  } catch (error) {
    const bomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return damaged(bomb ? 'inflates-too-large' : 'zlib');
  }
}

const damaged = (reason: string) => ({ outcome: 'damaged', reason }) as const;
