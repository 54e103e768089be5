import { createPublicKey, type KeyObject } from 'node:crypto';
import { readCard } from './card-text.ts';
import type { CardClaims } from './claims.ts';
import { type KeyList, type KeyListEntry, PublicJwk } from './key-list.ts';
import type { OpenedStatusList } from './status-list.ts';

/** Tablets' clocks are wrong by minutes or by a time zone; a card from half a day ahead is still taken. */
const CLOCK_LEEWAY_S = 12 * 3600;

/** What a verifier holds: the opened lists and the name of the programme it serves. */
export interface Trust {
  readonly keys: KeyList;
  readonly status: OpenedStatusList | null;
  readonly issuer: string;
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
    | 'damaged'
    | 'not-a-health-card';
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
  const reading = readCard(text);
  if (reading.outcome !== 'read') return unproven(reading.outcome);
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
    if (claims.expiresAt !== undefined && now >= claims.expiresAt) return 'expired';
    if (Math.max(claims.issuedAt, claims.notBefore ?? 0) > now + CLOCK_LEEWAY_S) return 'not-yet-valid';
    return 'valid';
  };
  return { verdict: verdict(), claims, statusAsOf };
}

function standingOf({ status }: CardClaims, list: OpenedStatusList | null) {
  return list?.uri === status.uri ? list.statusOf(status.index) : 'unknown';
}

const withinKeyLife = ({ issuedAt }: CardClaims, { notBefore, notAfter }: KeyListEntry) =>
  issuedAt >= notBefore - CLOCK_LEEWAY_S && issuedAt <= notAfter + CLOCK_LEEWAY_S;

const unproven = (verdict: Verdict['verdict']): Verdict => ({ verdict, claims: null, statusAsOf: null });

function importKey({ publicKey }: KeyListEntry): KeyObject | null {
  const jwk = PublicJwk.safeParse(publicKey);
  if (!jwk.success) return null;
  try {
    return createPublicKey({ key: jwk.data, format: 'jwk' });
  } catch {
    return null;
  }
}
