import { readCbor } from './cbor.ts';
import { CardClaims } from './claims.ts';

/*
 * The claims as CBOR: ID Claim 169 v1.2 (mosip/id-claim-169) inside CWT claims (RFC 8392), with the token status
 * reference of the IETF Token Status List. We write claim 169 as a map, as IANA registered it. Cards in the field
 * also carry it as a byte string holding the encoded map, and dates of birth with hyphens; both are read.
 */

const CWT = { issuer: 1, expiresAt: 4, notBefore: 5, issuedAt: 6, identity: 169, status: 65535 } as const;
const ID = {
  number: 1,
  language: 3,
  name: 4,
  birth: 8,
  sex: 9,
  guardian: 15,
  nativeName: 19,
  nativeLanguage: 20,
  area: 21,
} as const;
/** The language of `name`, which is in Latin letters. */
const NAME_LANGUAGE = 'eng';
const sexCodes = { male: 1, female: 2, other: 3 } as const;
const sexes = new Map<unknown, string>([
  [1, 'male'],
  [2, 'female'],
  [3, 'other'],
]);
const required = ['number', 'name', 'sex', 'birth', 'issuer', 'issuedAt', 'status'] as const;

export type ClaimsReading =
  | { outcome: 'read'; claims: CardClaims }
  | { outcome: 'not-a-health-card' }
  | { outcome: 'damaged'; reason: string };

/** The claims as a CWT claims map ready for CBOR; what is unknown is left out. */
export function claimsToCwt(claims: CardClaims): ReadonlyMap<number, unknown> {
  const identity = withoutUndefined([
    [ID.number, claims.number],
    [ID.language, NAME_LANGUAGE],
    [ID.name, claims.name],
    [ID.birth, claims.birth],
    [ID.sex, sexCodes[claims.sex]],
    [ID.guardian, claims.guardian],
    [ID.nativeName, claims.nativeName?.text],
    [ID.nativeLanguage, claims.nativeName?.language],
    [ID.area, claims.area],
  ]);
  return withoutUndefined([
    [CWT.issuer, claims.issuer],
    [CWT.expiresAt, claims.expiresAt],
    [CWT.notBefore, claims.notBefore],
    [CWT.issuedAt, claims.issuedAt],
    [CWT.identity, identity],
    [CWT.status, { status_list: { idx: claims.status.index, uri: claims.status.uri } }],
  ]);
}

/**
 * Typed claims from a decoded CWT payload of either dialect. A token without claim 169, or without what a health
 * card must say, is some other programme's: not a health card. A claim of the wrong shape is damage. Never throws.
 */
export function claimsFromCwt(payload: unknown): ClaimsReading {
  if (!(payload instanceof Map)) return { outcome: 'damaged', reason: 'claims' };
  const cwt: ReadonlyMap<unknown, unknown> = payload;
  const identity = readIdentity(cwt.get(CWT.identity));
  if (identity.outcome !== 'decoded') return identity;
  const id = identity.value;
  const raw = {
    number: id.get(ID.number),
    name: id.get(ID.name),
    nativeName: readNativeName(id),
    sex: id.has(ID.sex) ? (sexes.get(id.get(ID.sex)) ?? 'unknown') : undefined,
    birth: readBirth(id.get(ID.birth)),
    guardian: id.get(ID.guardian),
    area: id.get(ID.area),
    issuer: cwt.get(CWT.issuer),
    issuedAt: cwt.get(CWT.issuedAt),
    notBefore: cwt.get(CWT.notBefore),
    expiresAt: cwt.get(CWT.expiresAt),
    status: readStatus(cwt.get(CWT.status)),
  };
  if (required.some((claim) => raw[claim] === undefined)) return { outcome: 'not-a-health-card' };
  const parsed = CardClaims.safeParse(withoutUndefinedProperties(raw));
  if (parsed.success) return { outcome: 'read', claims: parsed.data };
  return { outcome: 'damaged', reason: `claim-${String(parsed.error.issues[0]?.path[0] ?? 'unknown')}` };
}

type IdentityReading =
  | { outcome: 'decoded'; value: ReadonlyMap<unknown, unknown> }
  | { outcome: 'not-a-health-card' }
  | { outcome: 'damaged'; reason: string };

function readIdentity(claim: unknown): IdentityReading {
  if (claim === undefined) return { outcome: 'not-a-health-card' };
  const item = claim instanceof Uint8Array ? readCbor(claim) : { outcome: 'decoded' as const, value: claim };
  if (item.outcome === 'damaged') return item;
  const { value } = item;
  return value instanceof Map ? { outcome: 'decoded', value } : { outcome: 'damaged', reason: 'claim-169' };
}

function readNativeName(id: ReadonlyMap<unknown, unknown>): unknown {
  if (!id.has(ID.nativeName)) return undefined;
  return { text: id.get(ID.nativeName), language: id.get(ID.nativeLanguage) };
}

const readBirth = (birth: unknown) => (typeof birth === 'string' ? birth.replaceAll('-', '') : birth);

function readStatus(claim: unknown): unknown {
  const list: unknown = claim instanceof Map ? claim.get('status_list') : claim;
  return list instanceof Map ? { index: list.get('idx'), uri: list.get('uri') } : list;
}

const withoutUndefined = (entries: readonly (readonly [number, unknown])[]) =>
  new Map(entries.filter(([, value]) => value !== undefined));

const withoutUndefinedProperties = (object: object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
