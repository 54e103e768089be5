import { z } from 'zod';

/** Control characters and bidirectional overrides, which could make a signed card read as something else. */
const FORBIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** One line of text, 1 to `max` UTF-16 units. */
export const shortText = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !FORBIDDEN.test(value), { error: 'forbidden-character' });
