import { createPublicKey, type KeyObject } from 'node:crypto';
import { type CardReading, readCard } from './card-text.ts';
import type { CardClaims } from './claims.ts';
import type { ContentKey } from './cose-encrypt0.ts';
import { deviceKid } from './device-kid.ts';
import { type KeyList, type KeyListEntry, PublicJwk } from './key-list.ts';
import type { OpenedStatusList } from './status-list.ts';

/** Tablets' clocks are wrong by minutes or by a time zone; a card from half a day ahead is still taken. */
const CLOCK_LEEWAY_S = 12 * 3600;

/** What a verifier holds: the opened lists and the name of the programme it serves. */
export interface Trust {
  readonly keys: KeyList;
  readonly status: OpenedStatusList | null;
  readonly issuer: string;
  /** Keys for cards that are encrypted as a whole. */
  readonly contentKeys?: readonly ContentKey[];
}

export interface Verdict {
  readonly verdict:
    | 'valid'
    | 'unknown-issuer'
    | 'issuer-revoked'
    | 'bad-signature'
    | 'expired'
    | 'not-yet-valid'
    | 'revoked'
    | 'suspended'
    /** Encrypted as a whole, to a key that this verifier does not hold. */
    | 'locked'
    | 'damaged'
    | 'not-a-health-card';
  /** Of a damaged card, what is broken in it, for a log: nothing of its content. */
  readonly reason: string | null;
  /** Only where a listed key of our own programme signed them; an unproven claim is never shown. */
  readonly claims: CardClaims | null;
  /** When the list that knows this card was issued (seconds since 1970); null where none does. */
  readonly statusAsOf: number | null;
}

/**
 * Whether a scanned card may be trusted at `now` (seconds since 1970), without a network. The gravest finding
 * wins: signature, then the issuing device, then the card's standing, then its dates. Never throws.
 */
export function verifyCard(text: string, trust: Trust, now: number): Verdict {
  const reading = readCard(text, trust.contentKeys);
  if (reading.outcome !== 'read') return unread(reading);
  const { claims } = reading;
  const entry = trust.keys.keys.find(({ kid }) => kid === reading.kid);
  const publicKey = entry && importKey(entry);
  if (!entry || !publicKey || claims.issuer !== trust.issuer) return unproven('unknown-issuer');
  if (!reading.verifySignature(publicKey)) return unproven('bad-signature');
  if (!withinKeyLife(claims, entry)) return unproven('unknown-issuer');
  const standing = standingOf(claims, trust.status);
  const statusAsOf = standing === 'unknown' ? null : (trust.status?.issuedAt ?? null);
  const verdict = (): Verdict['verdict'] => {
    if (entry.revokedAt !== undefined && claims.issuedAt >= entry.revokedAt) return 'issuer-revoked';
    if (standing === 'revoked' || standing === 'suspended') return standing;
    return verdictOfDates(claims, now);
  };
  return { verdict: verdict(), reason: null, claims, statusAsOf };
}

/**
 * The same for somebody who holds nothing but the public key of an issuing device (and perhaps content keys): any
 * programme's card by that key. What was revoked since is not known, so `statusAsOf` is always null. Never throws.
 */
export function verifyCardByKey(
  text: string,
  publicKey: KeyObject,
  now: number,
  contentKeys: readonly ContentKey[] = [],
): Verdict {
  const reading = readCard(text, contentKeys);
  if (reading.outcome !== 'read') return unread(reading);
  if (!reading.verifySignature(publicKey)) {
    const named = reading.kid !== '' && reading.kid !== hex(deviceKid(publicKey));
    return unproven(named ? 'unknown-issuer' : 'bad-signature');
  }
  const { claims } = reading;
  return { verdict: verdictOfDates(claims, now), reason: null, claims, statusAsOf: null };
}

function verdictOfDates({ issuedAt, notBefore = 0, expiresAt }: CardClaims, now: number): Verdict['verdict'] {
  if (expiresAt !== undefined && now >= expiresAt) return 'expired';
  return Math.max(issuedAt, notBefore) > now + CLOCK_LEEWAY_S ? 'not-yet-valid' : 'valid';
}

function standingOf({ status }: CardClaims, list: OpenedStatusList | null) {
  return list?.uri === status.uri ? list.statusOf(status.index) : 'unknown';
}

const withinKeyLife = ({ issuedAt }: CardClaims, { notBefore, notAfter }: KeyListEntry) =>
  issuedAt >= notBefore - CLOCK_LEEWAY_S && issuedAt <= notAfter + CLOCK_LEEWAY_S;

const unproven = (verdict: Verdict['verdict'], reason: string | null = null): Verdict => ({
  verdict,
  reason,
  claims: null,
  statusAsOf: null,
});

const unread = (reading: Exclude<CardReading, { outcome: 'read' }>): Verdict =>
  unproven(reading.outcome, reading.outcome === 'damaged' ? reading.reason : null);

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function importKey({ publicKey }: KeyListEntry): KeyObject | null {
  const jwk = PublicJwk.safeParse(publicKey);
  if (!jwk.success) return null;
  try {
    return createPublicKey({ key: jwk.data, format: 'jwk' });
  } catch {
    return null;
  }
}
