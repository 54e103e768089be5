import { parseAccept } from 'hono/utils/accept';
import { type Language, languages } from '#sync/packet/person.ts';
import type { RefusalCode, Refused } from './codes.ts';
import { sentences } from './sentences.ts';

/** Where the caller asks for no language of ours, such as a script without an `Accept-Language`. */
const fallback: Language = 'en';

/** A refusal as it is shown: its code, what happened, what to do next, and what in the request was wrong. */
export interface Explanation {
  readonly code: RefusalCode;
  readonly sentence: string;
  readonly remedy: string;
  readonly fields: readonly string[];
  readonly statusAsOf?: string | null;
}

/** Says a refusal in a person's language. `fields` is empty when the refusal names none. */
export function explain({ code, fields = [], statusAsOf }: Refused, language: Language): Explanation {
  const { sentence, remedy } = sentences[language][code];
  return { code, sentence, remedy, fields, ...(statusAsOf !== undefined && { statusAsOf }) };
}

/**
 * The language of ours that an `Accept-Language` header wants most (RFC 9110 §12.5.4), English when it wants
 * none. A regional tag counts as its language (`pa-IN` is Punjabi); `q=0` rules a language out. Takes the
 * header's text, not a Hono context as `hono/accepts` does, which besides would not match `hi-IN` with `hi`.
 */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const wanted = parseAccept(acceptLanguage ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => type.toLowerCase().split('-', 1)[0]);
  for (const tag of wanted) {
    const known = languages.find((language) => language === tag);
    if (known) return known;
  }
  return fallback;
}
