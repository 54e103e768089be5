import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { readCbor, writeCbor } from './cbor.ts';
import { type CardSigner, readSign1, writeSign1 } from './cose-sign1.ts';
import { packStatuses, unpackStatuses } from './status-bits.ts';

/*
 * The published standing of every card: an IETF Token Status List as a CWT (draft-ietf-oauth-status-list). The
 * token has tag 18 alone, type 16 in its protected header, its own address as subject. Kiosks mirror the list and
 * show how old it is; an index beyond its end is a card newer than the list.
 */

const TYPE_HEADER = 16;
const TYPE = 'application/statuslist+cwt';
const CLAIM = { subject: 2, issuedAt: 6, ttl: 65534, list: 65533 } as const;
const standings = ['valid', 'revoked', 'suspended'] as const;

export type Standing = 'valid' | 'revoked' | 'suspended' | 'unknown';

export interface OpenedStatusList {
  readonly uri: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Seconds for which the issuer suggests keeping the list before asking again. */
  readonly ttl?: number | undefined;
  /** A card's standing; unknown beyond the end of the list and for application-specific values. */
  statusOf(index: number): Standing;
}

export type StatusListOpening =
  | { outcome: 'opened'; list: OpenedStatusList }
  | { outcome: 'refused'; reason: string };

export interface StatusListContent {
  readonly uri: string;
  readonly bits: 1 | 2;
  /** One byte an index: 0 valid, 1 revoked, 2 suspended (needs two bits). */
  readonly statuses: Uint8Array;
  readonly issuedAt: number;
  readonly ttl?: number;
}

const Content = z.object({
  uri: z.string().min(1),
  issuedAt: z.int().min(0),
  ttl: z.int().min(0).optional(),
  bits: z.literal([1, 2, 4, 8]),
  lst: z.instanceof(Uint8Array),
});

/** The signed list token. Throws where a status does not fit its bits. */
export function signStatusList(list: StatusListContent, signer: CardSigner): Uint8Array {
  const claims = new Map<number, unknown>([
    [CLAIM.subject, list.uri],
    [CLAIM.issuedAt, list.issuedAt],
    [CLAIM.list, { bits: list.bits, lst: packStatuses(list.statuses, list.bits) }],
  ]);
  if (list.ttl !== undefined) claims.set(CLAIM.ttl, list.ttl);
  return writeSign1(writeCbor(claims), signer, new Map([[TYPE_HEADER, TYPE]]));
}

/** The list in a token that this key signed; refused, with the reason, whatever else it is. Never throws. */
export function openStatusList(bytes: Uint8Array, publicKey: KeyObject): StatusListOpening {
  const cose = readSign1(bytes);
  if (cose.outcome === 'damaged') return refused(cose.reason);
  const { protectedHeader, payload, cwtTag, verifySignature } = cose.sign1;
  if (cwtTag || protectedHeader.get(TYPE_HEADER) !== TYPE) return refused('type');
  if (!verifySignature(publicKey)) return refused('signature');
  const content = parseContent(payload);
  if (content === null) return refused('content');
  const { uri, issuedAt, ttl, bits, lst } = content;
  const valueAt = unpackStatuses(lst, bits);
  if (valueAt === null) return refused('content');
  const statusOf = (index: number) => standings[valueAt(index) ?? standings.length] ?? 'unknown';
  return { outcome: 'opened', list: { uri, issuedAt, ttl, statusOf } };
}

function parseContent(payload: Uint8Array) {
  const item = readCbor(payload);
  if (item.outcome === 'damaged' || !(item.value instanceof Map)) return null;
  const claims: ReadonlyMap<unknown, unknown> = item.value;
  const list = claims.get(CLAIM.list);
  if (!(list instanceof Map)) return null;
  const parsed = Content.safeParse({
    uri: claims.get(CLAIM.subject),
    issuedAt: claims.get(CLAIM.issuedAt),
    ttl: claims.get(CLAIM.ttl),
    bits: list.get('bits'),
    lst: list.get('lst'),
  });
  return parsed.success ? parsed.data : null;
}

const refused = (reason: string) => ({ outcome: 'refused', reason }) as const;
