import { birthYears } from '#sync/packet/births.ts';
import type { Birth } from '#sync/packet/person.ts';

/* A birth as it is checked and shown. What is not known of it is never invented. */

const oldest = 126;

/** Whether a birth can be true on a day: not after it, and not more than 125 years before. */
export function isPossibleBirth(birth: Birth, today: Date): boolean {
  const { first, last } = birthYears(birth);
  if (birth.known === 'date' && birth.date > today.toISOString().slice(0, 10)) return false;
  return last <= today.getFullYear() && first >= today.getFullYear() - oldest;
}

/** As the card carries it: YYYYMMDD, or YYYY where only the year is known. */
export function birthOnCard(birth: Birth): string {
  return birth.known === 'date' ? birth.date.replaceAll('-', '') : String(birthYears(birth).last);
}

/** As the card shows it: 05-03-1980, or 1980. */
export function birthAsText(birth: Birth): string {
  return birth.known === 'date' ? birth.date.split('-').reverse().join('-') : String(birthYears(birth).last);
}
