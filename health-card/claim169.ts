import { writeCbor } from './cbor.ts';
import { CardClaims, type PhotoFormat } from './claims.ts';
import { identityMap } from './identity169.ts';

/*
 * The claims as CBOR: ID Claim 169 v1.2 (mosip/id-claim-169) inside CWT claims (RFC 8392), with the token status
 * reference of the IETF Token Status List. IANA registered claim 169 as a map; cards in the field also carry it as a
 * byte string holding the encoded map, and dates of birth with hyphens. Both are read, either is written.
 */

const CWT = {
  issuer: 1,
  expiresAt: 4,
  notBefore: 5,
  issuedAt: 6,
  identity: 169,
  status: 65535,
  /** Of the range for private use: other readers pass it by. */
  confidential: -65537,
} as const;
const ID = {
  number: 1,
  language: 3,
  name: 4,
  birth: 8,
  sex: 9,
  guardian: 15,
  photo: 16,
  photoFormat: 17,
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
const photoCodes = { jpeg: 1, jpeg2000: 2, avif: 3, webp: 4 } as const satisfies Record<PhotoFormat, number>;
const photoFormats = new Map<unknown, string>(Object.entries(photoCodes).map(([name, code]) => [code, name]));
const required = ['number', 'name', 'sex', 'birth', 'issuer', 'issuedAt', 'status'] as const;

export type ClaimsReading =
  | { outcome: 'read'; claims: CardClaims }
  | { outcome: 'not-a-health-card' }
  | { outcome: 'damaged'; reason: string };

/** The claims as a CWT claims map ready for CBOR; what is unknown is left out. */
export function claimsToCwt(
  claims: CardClaims,
  dialect: 'tag-18' | 'tag-61' = 'tag-18',
): ReadonlyMap<number, unknown> {
  const identity = withoutUndefined([
    [ID.number, claims.number],
    [ID.language, NAME_LANGUAGE],
    [ID.name, claims.name],
    [ID.birth, claims.birth],
    [ID.sex, sexCodes[claims.sex]],
    [ID.guardian, claims.guardian],
    [ID.photo, claims.photo?.bytes],
    [ID.photoFormat, claims.photo && photoCodes[claims.photo.format]],
    [ID.nativeName, claims.nativeName?.text],
    [ID.nativeLanguage, claims.nativeName?.language],
    [ID.area, claims.area],
  ]);
  return withoutUndefined([
    [CWT.issuer, claims.issuer],
    [CWT.expiresAt, claims.expiresAt],
    [CWT.notBefore, claims.notBefore],
    [CWT.issuedAt, claims.issuedAt],
    [CWT.identity, dialect === 'tag-61' ? writeCbor(identity) : identity],
    [CWT.confidential, claims.confidential],
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
  const identity = identityMap(cwt.get(CWT.identity));
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
    photo: readPhoto(id),
    confidential: cwt.get(CWT.confidential),
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

function readNativeName(id: ReadonlyMap<unknown, unknown>): unknown {
  if (!id.has(ID.nativeName)) return undefined;
  return { text: id.get(ID.nativeName), language: id.get(ID.nativeLanguage) };
}

/** Bytes, or their hexadecimal text, which the letter of the specification asks for and nobody writes. */
function readPhoto(id: ReadonlyMap<unknown, unknown>): unknown {
  if (!id.has(ID.photo)) return undefined;
  const photo = id.get(ID.photo);
  const hex = typeof photo === 'string' && /^([0-9a-f]{2})+$/i.test(photo);
  const bytes = hex ? Uint8Array.from(Buffer.from(photo, 'hex')) : photo;
  return { format: photoFormats.get(id.get(ID.photoFormat)), bytes };
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
