import { z } from 'zod';
import { byteString } from './byte-string.ts';
import { isCardNumber } from './card-number.ts';
import { shortText } from './short-text.ts';

/* What a card says of its holder, as typed values. The limits keep the QR printable. */

/** Indexes stay addressable by any list a state could hold in memory. */
const MAX_STATUS_INDEX = 2 ** 32 - 1;
/** More than any QR on a card could carry beside the rest. */
const MAX_PHOTO = 1500;
const MAX_CONFIDENTIAL = 1500;

const seconds = z.int().min(0);

export const PhotoFormat = z.enum(['jpeg', 'jpeg2000', 'avif', 'webp']);
export type PhotoFormat = z.infer<typeof PhotoFormat>;

export const CardClaims = z.object({
  /** Twelve digits, the last a Verhoeff check digit. */
  number: z.string().refine(isCardNumber, { error: 'check-digit' }),
  /** Full name in Latin letters. */
  name: shortText(80),
  /** Full name in the person's own script; language is ISO 639-3. */
  nativeName: z.object({ text: shortText(80), language: z.string().regex(/^[a-z]{3}$/) }).optional(),
  sex: z.enum(['male', 'female', 'other']),
  /** YYYYMMDD, or YYYY where only the year is known. */
  birth: z.string().regex(/^\d{4}((0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))?$/),
  guardian: shortText(80).optional(),
  /** Code of the area that issued the card, for example an LGD code. */
  area: shortText(40).optional(),
  /** A small portrait for the eye; the picture itself is not decoded here. */
  photo: z.object({ format: PhotoFormat, bytes: byteString(1, MAX_PHOTO) }).optional(),
  /** What only key holders may read, as sealConfidential wrote it. */
  confidential: byteString(1, MAX_CONFIDENTIAL).optional(),
  /** The programme that answers for the card. */
  issuer: shortText(60),
  /** Times are seconds since 1970. */
  issuedAt: seconds,
  notBefore: seconds.optional(),
  expiresAt: seconds.optional(),
  /** Where the card's standing is published: its place in the token status list at `uri`. */
  status: z.object({ index: z.int().min(0).max(MAX_STATUS_INDEX), uri: shortText(120) }),
});

export interface CardClaims extends Readonly<z.infer<typeof CardClaims>> {}
