import type { Language } from '#core/api/contract.ts';
import en from '../../renderer/locales/en.json' with { type: 'json' };
import hi from '../../renderer/locales/hi.json' with { type: 'json' };
import pa from '../../renderer/locales/pa.json' with { type: 'json' };
import ur from '../../renderer/locales/ur.json' with { type: 'json' };

/* The screens' own words, so that a journey can be walked in each language by what is read there. */

export type Words = typeof en;

export const words: Readonly<Record<Language, Words>> = { en, hi, ur, pa };

/** Every key of the words, dotted, with its text. */
export function flat(entry: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof entry === 'string') return [[path, entry]];
  if (typeof entry !== 'object' || entry === null) return [];
  return Object.entries(entry).flatMap(([key, value]) => flat(value, path ? `${path}.${key}` : key));
}
