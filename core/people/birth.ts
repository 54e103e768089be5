import type { Birth } from '#sync/packet/person.ts';

/* A birth is known as a date, a year or an age. What is not known is never invented. */

/** The first and last year the birth can lie in. */
export function birthYears(birth: Birth): { readonly first: number; readonly last: number } {
  if (birth.known === 'date')
    return { first: Number(birth.date.slice(0, 4)), last: Number(birth.date.slice(0, 4)) };
  if (birth.known === 'year') return { first: birth.year, last: birth.year };
  const last = Number(birth.asOf.slice(0, 4)) - birth.age;
  return { first: last - 1, last };
}

/** Whether a birth can be true on a day: not after it, and not more than 125 years before. */
export function isPossibleBirth(birth: Birth, today: Date): boolean {
  const { first, last } = birthYears(birth);
  if (birth.known === 'date' && birth.date > today.toISOString().slice(0, 10)) return false;
  return last <= today.getFullYear() && first >= today.getFullYear() - 126;
}

/** Whether two births can be the same; people remember ages to about two years. */
export function birthsAgree(a: Birth, b: Birth): boolean {
  if (a.known === 'date' && b.known === 'date') return a.date === b.date;
  const slack = a.known === 'age' || b.known === 'age' ? 2 : 0;
  const [left, right] = [birthYears(a), birthYears(b)];
  return left.first <= right.last + slack && right.first <= left.last + slack;
}

/** As the card carries it: YYYYMMDD, or YYYY where only the year is known. */
export function birthOnCard(birth: Birth): string {
  return birth.known === 'date' ? birth.date.replaceAll('-', '') : String(birthYears(birth).last);
}

/** As the card shows it: 05-03-1980, or 1980. */
export function birthAsText(birth: Birth): string {
  return birth.known === 'date' ? birth.date.split('-').reverse().join('-') : String(birthYears(birth).last);
}
