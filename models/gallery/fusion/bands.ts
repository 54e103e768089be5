/*
 * Where the bands begin. A search among n strangers brings up n · 10^(−s/10) of them at s decibels or more, so what is
 * enough among a hundred people is not among a million: the bands rise with the number of people searched.
 *
 * | band    | begins at                        | strangers in it                                     |
 * |---------|----------------------------------|-----------------------------------------------------|
 * | same    | 40 dB, or 30 dB above one in n   | at most one in a thousand searches                  |
 * | perhaps | 30 dB, or 5 dB below one in n    | about three a search at most, as the screen shows 5 |
 */

const least = { same: 40, perhaps: 30 } as const;
const aboveOneInAll = { same: 30, perhaps: -5 } as const;

/** Decibels at which a band begins when so many people are searched. */
export function bandBegins(band: 'same' | 'perhaps', people: number): number {
  return Math.max(least[band], 10 * Math.log10(Math.max(1, people)) + aboveOneInAll[band]);
}
