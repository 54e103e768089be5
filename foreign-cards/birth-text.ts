import type { ForeignBirth } from './foreign-card.ts';

/** A birth as Indian cards write it, `5/3/1990`, `05-03-1990` or `1990`; null for what is no such date. */
export function birthOfText(text: string): ForeignBirth | null {
  const year = /^((?:19|20)\d{2})$/.exec(text);
  if (year) return { known: 'year', year: Number(year[1]) };
  const parts = /^(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d{2})$/.exec(text);
  if (!parts) return null;
  const date = `${parts[3]}-${parts[2].padStart(2, '0')}-${parts[1].padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return exists ? { known: 'date', date } : null;
}
