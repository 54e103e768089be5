import { z } from 'zod';
import { byteString } from './byte-string.ts';
import { readCbor } from './cbor.ts';

/*
 * Everything ID Claim 169 v1.2 (mosip/id-claim-169) can say of a person, in either dialect: any issuer's card, read
 * for what it says. A health card is the narrower profile in claim169.ts. Texts stay as they are written: issuers
 * disagree on how dates look, and on whether a version is text and a gender a number. Every key is optional; a key
 * of the wrong kind is damage; keys of no meaning yet are passed by.
 */

const CLAIM = 169;
const MAX_TEXT = 1000;
const MAX_BYTES = 32 * 1024;

const text = z.union([z.string().max(MAX_TEXT), z.int().transform(String)]).optional();
const code = z
  .union([
    z.int().min(0),
    z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number),
  ])
  .optional();
const bytes = byteString(0, MAX_BYTES);
/** The specification's letter says text; everyone writes bytes. */
const photo = z.union([
  bytes,
  z
    .hex()
    .max(2 * MAX_BYTES)
    .transform((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
]);

const Biometric = z.object({
  /** MOSIP writes text here too. */
  data: z.union([bytes, z.string().max(MAX_BYTES)]).optional(),
  /** 0 image, 1 template, 2 sound, 3 hash. */
  format: code,
  subFormat: code,
  issuer: text,
});
const biometrics = z.array(Biometric).max(10).optional();

const Identity169 = z.object({
  id: text,
  version: text,
  language: text,
  fullName: text,
  firstName: text,
  middleName: text,
  lastName: text,
  birth: text,
  /** 1 male, 2 female, 3 others. */
  gender: code,
  address: text,
  email: text,
  phone: text,
  nationality: text,
  /** 1 unmarried, 2 married, 3 divorced. */
  maritalStatus: code,
  guardian: text,
  photo: photo.optional(),
  /** 1 JPEG, 2 JPEG 2000, 3 AVIF, 4 WebP. */
  photoFormat: code,
  bestFingers: z.array(z.int().min(0).max(10)).max(10).optional(),
  secondaryName: text,
  secondaryLanguage: text,
  locationCode: text,
  legalStatus: text,
  countryOfIssuance: text,
  rightThumb: biometrics,
  rightIndex: biometrics,
  rightMiddle: biometrics,
  rightRing: biometrics,
  rightLittle: biometrics,
  leftThumb: biometrics,
  leftIndex: biometrics,
  leftMiddle: biometrics,
  leftRing: biometrics,
  leftLittle: biometrics,
  rightIris: biometrics,
  leftIris: biometrics,
  face: biometrics,
  rightPalm: biometrics,
  leftPalm: biometrics,
  voice: biometrics,
});

export interface Identity169 extends Readonly<z.output<typeof Identity169>> {}

/** The keys of the map in the order of the fields above: 1 to 23, then biometrics from 50. */
const FIRST_BIOMETRIC = 50;
const names = Identity169.keyof().options;
const firstBiometricAt = names.indexOf('rightThumb');
const keyOf = (at: number) => (at < firstBiometricAt ? at + 1 : FIRST_BIOMETRIC + at - firstBiometricAt);

export type IdentityReading =
  | { outcome: 'read'; identity: Identity169 }
  | { outcome: 'not-a-health-card' }
  | { outcome: 'damaged'; reason: string };

/** The identity in decoded CWT claims. A token without claim 169 is of some other kind. Never throws. */
export function readIdentity169(claims: unknown): IdentityReading {
  if (!(claims instanceof Map)) return { outcome: 'damaged', reason: 'claims' };
  const found = identityMap(claims.get(CLAIM));
  if (found.outcome !== 'decoded') return found;
  const entries = names.map((name, at) => {
    const value = found.value.get(keyOf(at));
    return [name, at < firstBiometricAt ? value : biometricsOf(value)] as const;
  });
  const parsed = Identity169.safeParse(
    Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
  );
  if (parsed.success) return { outcome: 'read', identity: parsed.data };
  return { outcome: 'damaged', reason: `claim-${String(parsed.error.issues[0]?.path[0] ?? 'unknown')}` };
}

export type MapReading =
  | { outcome: 'decoded'; value: ReadonlyMap<unknown, unknown> }
  | { outcome: 'not-a-health-card' }
  | { outcome: 'damaged'; reason: string };

/** Claim 169 as a map, whether it was written as one or as its bytes. */
export function identityMap(claim: unknown): MapReading {
  if (claim === undefined) return { outcome: 'not-a-health-card' };
  const item = claim instanceof Uint8Array ? readCbor(claim) : { outcome: 'decoded' as const, value: claim };
  if (item.outcome === 'damaged') return item;
  const { value } = item;
  return value instanceof Map ? { outcome: 'decoded', value } : { outcome: 'damaged', reason: 'claim-169' };
}

/** MOSIP writes one map where the specification has a list of them. */
function biometricsOf(value: unknown): unknown {
  if (value === undefined) return undefined;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((one) =>
    one instanceof Map
      ? withoutUndefined({ data: one.get(0), format: one.get(1), subFormat: one.get(2), issuer: one.get(3) })
      : one,
  );
}

const withoutUndefined = (object: object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
