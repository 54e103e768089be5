import type { Birth } from './person.ts';

/* A birth is known as a date, a year or an age; two births are compared by the years they can lie in. */

export interface Years {
  readonly first: number;
  readonly last: number;
}

/** People remember ages to about two years. */
export const rememberedAge = 2;

/** The first and last year the birth can lie in. */
export function birthYears(birth: Birth): Years {
  if (birth.known === 'age') {
    const last = Number(birth.asOf.slice(0, 4)) - birth.age;
    return { first: last - 1, last };
  }
  const year = birth.known === 'date' ? Number(birth.date.slice(0, 4)) : birth.year;
  return { first: year, last: year };
}

/** Whether two births can be the same. */
export function birthsAgree(a: Birth, b: Birth): boolean {
  if (a.known === 'date' && b.known === 'date') return a.date === b.date;
  const slack = a.known === 'age' || b.known === 'age' ? rememberedAge : 0;
  const [left, right] = [birthYears(a), birthYears(b)];
  return left.first <= right.last + slack && right.first <= left.last + slack;
}

/** How exactly two births can be compared: as exactly as the lesser known. */
export function birthPrecision(a: Birth, b: Birth): Birth['known'] {
  const known = [a.known, b.known];
  return known.includes('age') ? 'age' : known.includes('year') ? 'year' : 'date';
}
