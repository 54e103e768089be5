import type { Language } from '#sync/packet/person.ts';
import type { RefusalCode } from './codes.ts';
import en from './sentences/en.json' with { type: 'json' };
import hi from './sentences/hi.json' with { type: 'json' };
import pa from './sentences/pa.json' with { type: 'json' };
import ur from './sentences/ur.json' with { type: 'json' };

/** What a person is told of one refusal: what happened, and what to do next. */
export interface RefusalText {
  readonly sentence: string;
  readonly remedy: string;
}

/** Every language the kiosk speaks, whole: a language or a code left out fails the type check. */
export const sentences: Readonly<Record<Language, Readonly<Record<RefusalCode, RefusalText>>>> = {
  hi,
  en,
  ur,
  pa,
};
