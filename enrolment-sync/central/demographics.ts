import type { Birth, Person } from '#sync/packet/person.ts';

/*
 * What a record says of a person, as far as two records can be compared: names by their letter pairs, births by the
 * years they can lie in. The kiosk compares by the same rules (core/people), so that both ends judge alike.
 */

/** Lower case, no Latin accents, one space between words. Combining signs of Indian scripts are letters and stay. */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/([a-z])\p{Mn}+/giu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** How alike the names of two people are, 0 to 1: the better of Latin and own script. */
export function namesAlike(a: Person, b: Person): number {
  const own = a.nativeName && b.nativeName ? alikeness(a.nativeName.text, b.nativeName.text) : 0;
  return Math.max(alikeness(a.name, b.name), own);
}

/** The Dice coefficient of letter pairs, order of words ignored. */
function alikeness(a: string, b: string): number {
  const left = pairs(nameKey(a));
  const right = pairs(nameKey(b));
  const total = left.length + right.length;
  if (total === 0) return 0;
  let shared = 0;
  for (const pair of left) {
    const at = right.indexOf(pair);
    if (at < 0) continue;
    shared += 1;
    right.splice(at, 1);
  }
  return (2 * shared) / total;
}

function pairs(key: string): string[] {
  return key
    .split(' ')
    .flatMap((word) => Array.from(` ${word}`, (letter, index) => letter + (word[index] ?? ' ')));
}

export interface Years {
  readonly first: number;
  readonly last: number;
}

/** The first and last year the birth can lie in. */
export function birthYears(birth: Birth): Years {
  if (birth.known === 'age') {
    const last = Number(birth.asOf.slice(0, 4)) - birth.age;
    return { first: last - 1, last };
  }
  const year = birth.known === 'date' ? Number(birth.date.slice(0, 4)) : birth.year;
  return { first: year, last: year };
}

/** People remember ages to about two years. */
export const rememberedAge = 2;

/** Whether two births can be the same. */
export function birthsAgree(a: Birth, b: Birth): boolean {
  if (a.known === 'date' && b.known === 'date') return a.date === b.date;
  const slack = a.known === 'age' || b.known === 'age' ? rememberedAge : 0;
  const [left, right] = [birthYears(a), birthYears(b)];
  return left.first <= right.last + slack && right.first <= left.last + slack;
}
