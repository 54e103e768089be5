import type { TFunction } from 'i18next';
import type { Birth } from '#core/api/contract.ts';

/** A birth in words: the date, the year or the age, whichever is known. */
export function birthWords(birth: Birth, t: TFunction): string {
  if (birth.known === 'year') return t('person.bornYear', { year: String(birth.year) });
  if (birth.known === 'age') return t('person.aged', { count: birth.age });
  // The ISO date is a calendar day: midnight UTC, shown in UTC, is that same day everywhere.
  const format = new Intl.DateTimeFormat(t('language.locale'), { dateStyle: 'long', timeZone: 'UTC' });
  return t('person.born', { date: format.format(new Date(birth.date)) });
}

/**
 * A number that keeps its order in a right-to-left sentence: its groups would change places there. Wrapped in
 * left-to-right isolates (Unicode UAX 9).
 */
export function numberWords(number: string): string {
  return `\u2066${number}\u2069`;
}

/** A moment as day and time, short. */
export function momentWords(iso: string, t: TFunction): string {
  const format = new Intl.DateTimeFormat(t('language.locale'), { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(new Date(iso));
}
