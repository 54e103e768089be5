import { z } from 'zod';

const FORBIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** One line of text with single spaces, no longer than `max`; nothing that could turn it round on a screen. */
export const oneLine = (max: number) =>
  z
    .string()
    .transform((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine((value) => !FORBIDDEN.test(value), { error: 'forbidden-character' }),
    );
