import { z } from 'zod';

/*
 * The person record: what an enrolment says of a person, on the kiosk, in the packet and at central alike.
 * Text is kept as the operator typed it, trimmed and NFC-normalised; codes are those of the standards they
 * come from (ISO 639-1 languages, LGD areas). Dates are ISO 8601 calendar dates without a time.
 */

/** Control characters and bidirectional overrides can make a signed name read as another one. */
const forbidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

const text = (max: number) =>
  z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine((value) => !forbidden.test(value), { error: 'forbidden-character' }),
    );

export const languages = ['hi', 'en', 'ur', 'pa'] as const;
export const Language = z.enum(languages);

/** Day, month and year known; only the year; or an age in years on the day of enrolment. */
export const Birth = z.discriminatedUnion('known', [
  z.object({ known: z.literal('date'), date: z.iso.date() }),
  z.object({ known: z.literal('year'), year: z.int().min(1890).max(2100) }),
  z.object({ known: z.literal('age'), age: z.int().min(0).max(125), asOf: z.iso.date() }),
]);

export const Address = z.object({
  line: text(160),
  village: text(80).optional(),
  district: text(80),
  /** Local Government Directory codes of district and state. */
  districtLgd: z.string().regex(/^\d{1,6}$/),
  stateLgd: z.string().regex(/^\d{1,3}$/),
  pin: z
    .string()
    .regex(/^[1-9]\d{5}$/)
    .optional(),
});

export const bloodGroups = ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'] as const;

export const Clinical = z.object({
  bloodGroup: z.enum(bloodGroups).optional(),
  allergies: z.array(text(60)).max(10).default([]),
  conditions: z.array(text(60)).max(10).default([]),
});

export const Household = z.object({
  number: text(30),
  relationToHead: z.enum(['head', 'spouse', 'child', 'parent', 'sibling', 'grandchild', 'other']),
});

/** Details that were read from somebody else's card: claimed by whoever showed it, whatever its signature. */
export const Claimed = z.object({
  source: z.enum(['abha-qr', 'aadhaar-qr']),
  /** Whether the issuer's signature on it was checked: `none` where that kind carries none. */
  signature: z.enum(['none', 'not-checked', 'good']),
  details: z.array(z.enum(['name', 'birth', 'sex', 'abha', 'phone', 'address'])).min(1),
});

export const Person = z.object({
  /** Name in Latin letters, as on papers. */
  name: text(80).refine((value) => /\p{Script=Latin}/u.test(value), { error: 'latin-letters-expected' }),
  /** Name in the person's own script. */
  nativeName: z.object({ text: text(80), language: Language }).optional(),
  sex: z.enum(['male', 'female', 'other']),
  birth: Birth,
  guardian: text(80).optional(),
  /** Digits of an Indian mobile number, without +91. */
  phone: z
    .string()
    .regex(/^[6-9]\d{9}$/)
    .optional(),
  /** ABHA number, 14 digits without hyphens; claimed by the person, not verified. */
  abha: z
    .string()
    .regex(/^\d{14}$/)
    .optional(),
  address: Address,
  language: Language,
  household: Household.optional(),
  clinical: Clinical.optional(),
  emergencyContact: z.object({ name: text(80), phone: z.string().regex(/^[6-9]\d{9}$/) }).optional(),
  claimed: z.array(Claimed).max(4).optional(),
});

export type Language = z.infer<typeof Language>;
export type Birth = z.infer<typeof Birth>;
export type Person = z.infer<typeof Person>;

/** ISO 19794 finger positions; 1 is the right thumb, 10 the left little finger. */
export const fingerPositions = {
  'right-thumb': 1,
  'right-index': 2,
  'right-middle': 3,
  'right-ring': 4,
  'right-little': 5,
  'left-thumb': 6,
  'left-index': 7,
  'left-middle': 8,
  'left-ring': 9,
  'left-little': 10,
} as const;

export const FingerPosition = z.enum([
  'right-thumb',
  'right-index',
  'right-middle',
  'right-ring',
  'right-little',
  'left-thumb',
  'left-index',
  'left-middle',
  'left-ring',
  'left-little',
]);
export type FingerPosition = z.infer<typeof FingerPosition>;

/** Why a finger has no print. */
export const FingerException = z.enum(['missing', 'injured', 'refused']);
export type FingerException = z.infer<typeof FingerException>;

/** How the person agreed: which text, in which language, who read it out and how consent was given. */
export const Consent = z.object({
  textVersion: z.string().min(1).max(40),
  language: Language,
  given: z.enum(['spoken', 'touch', 'thumb-impression', 'signature', 'guardian']),
  readBy: z.string().min(1).max(80),
  at: z.iso.datetime(),
});
export type Consent = z.infer<typeof Consent>;
