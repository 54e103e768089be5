import { z } from 'zod';
import { isCardNumber } from './card-number.ts';

/*
 * What a card says of its holder, as typed values. The limits keep the QR printable; texts may not hold control
 * characters or bidirectional overrides, which could make a signed card read as something else on a screen.
 */

const FORBIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
/** Indexes stay addressable by any list a state could hold in memory. */
const MAX_STATUS_INDEX = 2 ** 32 - 1;

const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !FORBIDDEN.test(value), { error: 'forbidden-character' });
const seconds = z.int().min(0);

export const CardClaims = z.object({
  /** Twelve digits, the last a Verhoeff check digit. */
  number: z.string().refine(isCardNumber, { error: 'check-digit' }),
  /** Full name in Latin letters. */
  name: text(80),
  /** Full name in the person's own script; language is ISO 639-3. */
  nativeName: z.object({ text: text(80), language: z.string().regex(/^[a-z]{3}$/) }).optional(),
  sex: z.enum(['male', 'female', 'other']),
  /** YYYYMMDD, or YYYY where only the year is known. */
  birth: z.string().regex(/^\d{4}((0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))?$/),
  guardian: text(80).optional(),
  /** Code of the area that issued the card, for example an LGD code. */
  area: text(40).optional(),
  /** The programme that answers for the card. */
  issuer: text(60),
  /** Times are seconds since 1970. */
  issuedAt: seconds,
  notBefore: seconds.optional(),
  expiresAt: seconds.optional(),
  /** Where the card's standing is published: its place in the token status list at `uri`. */
  status: z.object({ index: z.int().min(0).max(MAX_STATUS_INDEX), uri: text(120) }),
});

export interface CardClaims extends Readonly<z.infer<typeof CardClaims>> {}
