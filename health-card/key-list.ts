import type { KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, type JWK } from 'jose';
import { z } from 'zod';
import { algorithmOf } from './cose-sign1.ts';

/*
 * The state's root key never sits in a kiosk. Each device signs cards with its own key, and the state publishes
 * the list of them, signed by the root as a compact JWS (RFC 7515). Verifiers keep the list and need no network.
 * A holder of an older, rightly signed list could hide a revocation: keep the greatest version seen.
 */

const TYPE = 'card-key-list+jws';
const coordinate = z.base64url().min(1);
const seconds = z.int().min(0);

export const PublicJwk = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: coordinate }),
  z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate }),
]);

export const KeyListEntry = z
  .object({
    /** Hexadecimal. */
    kid: z.string().regex(/^([0-9a-f]{2}){1,32}$/),
    publicKey: PublicJwk,
    device: z.string().min(1),
    /** Times are seconds since 1970: cards issued from notBefore to notAfter are the device's own. */
    notBefore: seconds,
    notAfter: seconds,
    revokedAt: seconds.optional(),
  })
  .refine((entry) => entry.notBefore <= entry.notAfter, { error: 'not-before-after-not-after' });

export const KeyList = z.object({
  version: z.int().min(0),
  issuedAt: seconds,
  keys: z
    .array(KeyListEntry)
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, { error: 'repeated-kid' }),
});

export interface KeyListEntry {
  readonly kid: string;
  readonly publicKey: JWK;
  readonly device: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly revokedAt?: number | undefined;
}

export interface KeyList {
  readonly version: number;
  readonly issuedAt: number;
  readonly keys: readonly KeyListEntry[];
}

export type KeyListOpening =
  | { outcome: 'opened'; list: KeyList }
  | { outcome: 'refused'; reason: 'signature' | 'type' | 'content' };

/** The list as a compact JWS. Throws on a list that breaks the schema or a key that is not Ed25519 or P-256. */
export async function signKeyList(list: KeyList, rootPrivateKey: KeyObject): Promise<string> {
  const alg = algorithmOf(rootPrivateKey);
  if (alg === null) throw new TypeError('key lists are signed with Ed25519 or P-256');
  const content = new TextEncoder().encode(JSON.stringify(KeyList.parse(list)));
  return new CompactSign(content).setProtectedHeader({ alg, typ: TYPE }).sign(rootPrivateKey);
}

/** The list inside a JWS that this root signed; refused, with the reason, whatever else it is. Never throws. */
export async function openKeyList(jws: string, rootPublicKey: KeyObject): Promise<KeyListOpening> {
  const alg = algorithmOf(rootPublicKey);
  if (alg === null) return { outcome: 'refused', reason: 'signature' };
  const opened = await compactVerify(jws, rootPublicKey, { algorithms: [alg] }).catch(() => null);
  if (opened === null) return { outcome: 'refused', reason: 'signature' };
  if (opened.protectedHeader.typ !== TYPE) return { outcome: 'refused', reason: 'type' };
  const parsed = KeyList.safeParse(parseJson(opened.payload));
  if (!parsed.success) return { outcome: 'refused', reason: 'content' };
  return { outcome: 'opened', list: parsed.data };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
