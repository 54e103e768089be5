/** The ages at which bands begin: children by school age, adults by what changes in a face. */
const begins = [0, 5, 12, 18, 30, 45, 60] as const;

/** The band of an age in whole or broken years: `0-4`, …, `60 and over`. */
export function ageBand(years: number): string {
  const place = begins.findLastIndex((begin) => years >= begin);
  const next = begins[place + 1];
  return next === undefined ? `${begins[place]} and over` : `${begins[place]}-${next - 1}`;
}
