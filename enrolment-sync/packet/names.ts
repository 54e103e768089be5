import type { Person } from './person.ts';

/*
 * Names as they are searched and compared: case, accents and spacing do not matter. Scripts are kept apart;
 * spelling variants and transliteration are a later, larger matter. Kiosk and central judge by the same rules.
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

/** How alike two names are, 0 to 1: the Dice coefficient of their letter pairs, best order of words ignored. */
export function nameAlikeness(a: string, b: string): number {
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

/** How alike the names of two people are, 0 to 1: the better of Latin and own script. */
export function namesAlike(a: Person, b: Person): number {
  const own = a.nativeName && b.nativeName ? nameAlikeness(a.nativeName.text, b.nativeName.text) : 0;
  return Math.max(nameAlikeness(a.name, b.name), own);
}

function pairs(key: string): string[] {
  return key
    .split(' ')
    .flatMap((word) => Array.from(` ${word}`, (letter, index) => letter + (word[index] ?? ' ')));
}
