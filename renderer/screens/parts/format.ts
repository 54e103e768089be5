import type { TFunction } from 'i18next';
import type { Birth } from '#core/api/contract.ts';

/** A birth in words: the date, the year or the age, whichever is known. */
export function birthWords(birth: Birth, t: TFunction): string {
  if (birth.known === 'year') return t('person.bornYear', { year: String(birth.year) });
  if (birth.known === 'age') return t('person.aged', { count: birth.age });
  // The ISO date is a calendar day: midnight UTC, shown in UTC, is that same day everywhere.
  const format = dateFormat(t('language.locale'), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return t('person.born', { date: format.format(new Date(birth.date)) });
}

/** A moment as day and time, short. */
export function momentWords(iso: string, t: TFunction): string {
  const parts = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  } as const;
  return dateFormat(t('language.locale'), parts).format(new Date(iso));
}

/**
 * Chromium carries the month names of some languages only (of Punjabi, none) and would print "M11". Such dates are
 * written in digits, day first, on the 24-hour clock, which needs no words.
 */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const own = new Intl.DateTimeFormat(locale, options);
  // Some builds claim a language and have no names of its months.
  if (Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0 && !/\bM\d\d?\b/.test(own.format(0)))
    return own;
  return new Intl.DateTimeFormat('en-IN', { ...options, month: 'numeric', hour12: false });
}

/**
 * A card number in groups of four, as on the card, that keep their order in a right-to-left sentence too: they are
 * wrapped in left-to-right isolates (Unicode UAX 9).
 */
export function numberWords(number: string): string {
  return `\u2066${number.replace(/(?<=\d)(?=(?:\d{4})+$)/g, ' ')}\u2069`;
}
