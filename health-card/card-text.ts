import { writeCbor } from './cbor.ts';
import { claimsFromCwt, claimsToCwt } from './claim169.ts';
import { CardClaims } from './claims.ts';
import { type ContentKey, writeEncrypt0 } from './cose-encrypt0.ts';
import { type CardSigner, writeSign1 } from './cose-sign1.ts';
import { packQrText } from './qr-text.ts';
import { readToken, type Token } from './token.ts';

/*
 * The text in a card's QR: CWT claims in COSE_Sign1, perhaps in COSE_Encrypt0, zlib, Base45 (ID Claim 169 v1.2).
 * The QR is printed in alphanumeric mode, so the text is the unit everyone handles.
 */

/**
 * How the claims are framed. `tag-18`: a COSE_Sign1 with claim 169 as a map, as IANA registered it and the idpass
 * library reads it. `tag-61`: a CWT tag before it and claim 169 as encoded bytes, as MOSIP's keymanager asks for.
 */
export const dialects = ['tag-18', 'tag-61'] as const;
export type Dialect = (typeof dialects)[number];

export interface CardWriting {
  /** `tag-18` where nothing is said. */
  readonly dialect?: Dialect;
  /** Encrypts the whole card, so that only holders of this key can even verify it. */
  readonly encryptTo?: ContentKey;
}

export type CardReading =
  | ({ outcome: 'read'; claims: CardClaims } & Omit<Token, 'claims'>)
  | { outcome: 'not-a-health-card' }
  | { outcome: 'locked' }
  | { outcome: 'damaged'; reason: string };

const CWT_TAG = [0xd8, 61];

/** The signed Base45 text of a card. Throws where the claims or the key break the profile: that is a bug. */
export function encodeCard(claims: CardClaims, signer: CardSigner, writing: CardWriting = {}): string {
  const { dialect = 'tag-18', encryptTo } = writing;
  const payload = writeCbor(claimsToCwt(CardClaims.parse(claims), dialect));
  const sign1 = writeSign1(payload, signer);
  const signed = dialect === 'tag-61' ? Uint8Array.from([...CWT_TAG, ...sign1]) : sign1;
  return packQrText(encryptTo ? writeEncrypt0(signed, encryptTo) : signed);
}

/**
 * What a scanned text says, in either dialect of ID Claim 169. `read` says nothing of trust: see verifyCard.
 * Text of any other origin is `not-a-health-card`; a card encrypted as a whole to a key not among `keys` is `locked`;
 * a broken card is `damaged`, with a reason for the log that carries nothing of its content. Never throws.
 */
export function readCard(text: string, keys: readonly ContentKey[] = []): CardReading {
  const reading = readToken(text, keys);
  if (reading.outcome !== 'read') return reading;
  const claims = claimsFromCwt(reading.token.claims);
  return claims.outcome === 'read' ? { ...reading.token, ...claims } : claims;
}
