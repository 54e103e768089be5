/*
 * What name, birth, sex and guardian say, as a likelihood ratio: how much likelier records agree as these do when they
 * are of one person than when they are of two. Each is (chance with one person) / (chance with a stranger), and the
 * ratios are multiplied, as if the kinds were independent of each other. The chances are assumptions, not measured:
 *
 * | kind     | one person: agrees | a stranger: agrees                                                             |
 * |----------|--------------------|--------------------------------------------------------------------------------|
 * | name     | 0.85               | the share of people whose name is so alike: 1 in 1,000 until more is known     |
 * | birth    | 0.8                | date 1 in 3,200 (1 in 40 for the year, 1 in 80 within it, for 1 January is     |
 * |          |                    | given too often); year 1 in 40; age, remembered to two years, 1 in 8           |
 * | guardian | 0.7                | 1 in 500                                                                       |
 * | sex      | 0.98               | 1 in 2, but agreeing counts for nothing, for the name tells it already         |
 *
 * Relatives are no strangers: they share guardian, family name and looks, twins the birth too (fusion.ts).
 *
 * Whoever enrols twice on purpose gives other details. So of two people who are one, every other is taken to have
 * chosen details at will, alike or not: the ratio is (1 + r) / 2, and details that differ take off 3 dB at most.
 */

export interface Demographics {
  /** How alike the names are, 0..1. */
  readonly nameAlike: number;
  /** Share of people whose name is as alike as counts as agreeing, 0..1; see `shareOfName`. */
  readonly nameShare: number;
  /** How exactly both births are known, and whether they agree as far; null when one is not known. */
  readonly birth: { readonly known: 'date' | 'year' | 'age'; readonly agrees: boolean } | null;
  /** Null when one is not known. */
  readonly sexAgrees: boolean | null;
  /** How alike the guardians' names are, 0..1; null when one is not known. */
  readonly guardianAlike: number | null;
}

/** Names agree from here. */
export const alike = 0.85;

const usualShare = 1 / 1000;
/** As many people as the assumption is worth beside those counted. */
const assumedPeople = 1000;

const agreesWithOneself = { name: 0.85, birth: 0.8, guardian: 0.7, sex: 0.98 } as const;
const agreesWithStranger = {
  date: 1 / 3200,
  year: 1 / 40,
  age: 1 / 8,
  guardian: 1 / 500,
  sex: 1 / 2,
} as const;

/**
 * The share of people with an alike name, from how many of those searched have one (whoever is judged included). Few
 * people say little, so the usual share counts as a thousand more.
 */
export function shareOfName(alikePeople: number, people: number): number {
  return (alikePeople + usualShare * assumedPeople) / (people + assumedPeople);
}

export function nameAgrees({ nameAlike }: Pick<Demographics, 'nameAlike'>): boolean {
  return nameAlike >= alike;
}

/** Decibels for (or, from 0 to −3, against) one person. Strangers reach s at a rate of at most 10^(−s/10). */
export function demographicDecibels(given: Demographics): number {
  return 10 * Math.log10((1 + ratioOf(given)) / 2);
}

function ratioOf({ nameAlike, nameShare, birth, sexAgrees, guardianAlike }: Demographics): number {
  let ratio = oneRatio(nameAgrees({ nameAlike }), agreesWithOneself.name, nameShare);
  if (birth) ratio *= oneRatio(birth.agrees, agreesWithOneself.birth, agreesWithStranger[birth.known]);
  if (guardianAlike !== null)
    ratio *= oneRatio(guardianAlike >= alike, agreesWithOneself.guardian, agreesWithStranger.guardian);
  if (sexAgrees === false) ratio *= oneRatio(false, agreesWithOneself.sex, agreesWithStranger.sex);
  return ratio;
}

function oneRatio(agrees: boolean, withOneself: number, withStranger: number): number {
  return agrees ? withOneself / withStranger : (1 - withOneself) / (1 - withStranger);
}
