import { z } from 'zod';
import { birthOfText } from './birth-text.ts';
import type { ForeignCard, ForeignCardReading } from './foreign-card.ts';
import { passesLuhn } from './luhn.ts';
import { oneLine } from './one-line.ts';

/*
 * The QR of an ABHA card, and of the ABHA app: plain JSON, signed by no one (ABDM documentation). The card calls the
 * ABHA address `hid`, the app `phr`; dates are written d/m/yyyy or d-m-yyyy, or as a year; `-` stands for nothing. What
 * cannot be understood is left out, since all of it is only a start for the operator; without a name it is no card.
 */

const absent = /^\s*(-|null|undefined|)\s*$/i;
const text = z.union([z.string().max(400), z.int().transform(String)]);

/** A field whose oddities are dropped instead of spoiling the card. */
const lenient = <T extends z.ZodType>(schema: T) =>
  z
    .preprocess((value) => {
      const read = text.safeParse(value);
      return read.success && !absent.test(read.data) ? read.data.trim() : undefined;
    }, schema.optional())
    .catch(undefined);

const digits = (pattern: RegExp) =>
  z
    .string()
    .transform((value) => value.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(pattern));

const sexes = { M: 'male', F: 'female', O: 'other' } as const;

const AbhaQr = z.object({
  name: oneLine(80),
  hidn: lenient(digits(/^\d{14}$/)),
  hid: lenient(oneLine(60)),
  phr: lenient(oneLine(60)),
  gender: lenient(z.enum(['M', 'F', 'O']).transform((letter) => sexes[letter])),
  dob: lenient(z.string().transform(birthOfText)),
  mobile: lenient(
    z
      .string()
      .transform((value) => value.replace(/\D/g, '').slice(-10))
      .pipe(z.string().regex(/^[6-9]\d{9}$/)),
  ),
  address: lenient(oneLine(160)),
  statelgd: lenient(z.string().regex(/^\d{1,3}$/)),
  distlgd: lenient(z.string().regex(/^\d{1,6}$/)),
});

/** Reads the ABHA QR of either kind; JSON without a name and an ABHA number or address is `other`. Never throws. */
export function readAbha(text: string): ForeignCardReading {
  if (!/^\s*\{/.test(text)) return { outcome: 'other' };
  const json = parseJson(text);
  if (json === null) return /"(hidn?|phr)"/.test(text) ? damaged('json') : { outcome: 'other' };
  if (!['hid', 'hidn', 'phr'].some((key) => key in json)) return { outcome: 'other' };
  const parsed = AbhaQr.safeParse(json);
  return parsed.success ? { outcome: 'read', card: cardOf(parsed.data) } : damaged('name');
}

function cardOf({ name, hidn, gender, dob, mobile, address, statelgd, distlgd }: z.output<typeof AbhaQr>) {
  const card: ForeignCard = {
    source: 'abha-qr',
    signature: 'none',
    name,
    ...(dob && { birth: dob }),
    ...(gender && { sex: gender }),
    ...(hidn && { abha: hidn, abhaChecks: passesLuhn(hidn) }),
    ...(mobile && { phone: mobile }),
    ...(address && { addressLine: address }),
    ...(statelgd && { stateLgd: statelgd }),
    ...(distlgd && { districtLgd: distlgd }),
  };
  return card;
}

function parseJson(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

const damaged = (reason: string) => ({ outcome: 'damaged', reason }) as const;
