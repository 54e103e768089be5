import type { Comparison } from './comparison.ts';
import type { ScoredPair } from './pair-rate.ts';

/*
 * Comparisons sorted into groups of people. A group's genuine pairs are those with both pictures in it; its impostor
 * pairs are also those, and only of people who could be taken for each other (`comparable`, commonly of one sex),
 * because that is who meets in practice: a rate over pairs of a man and a woman flatters (zero-effort impostors of the
 * same group, ISO/IEC 19795-10:2024).
 */

/** How pictures fall into groups; null where it is not known. By picture, so that one person may be of two ages. */
export interface Grouping {
  /** What the groups differ in: `age`. */
  readonly by: string;
  readonly groupOf: readonly (string | null)[];
}

export interface GroupPairs {
  readonly by: string;
  readonly name: string;
  readonly genuine: readonly ScoredPair[];
  readonly impostor: readonly ScoredPair[];
}

/** In numbers' order: `5-11` before `18-29`. */
const numeric = new Intl.Collator('en', { numeric: true });

/** The groups of a grouping, in the order they are told in. */
export function groupsOf({ groupOf }: Grouping): string[] {
  return [...new Set(groupOf)].filter((name) => name !== null).sort(numeric.compare);
}

/**
 * @param people whose each picture is
 * @returns every group, grouping by grouping, also those without any pair
 */
export function pairsByGroup(
  comparisons: Iterable<Comparison>,
  people: readonly number[],
  groupings: readonly Grouping[],
  comparable: (probe: number, candidate: number) => boolean,
): GroupPairs[] {
  const sorted = groupings.map((grouping) => ({
    grouping,
    groups: new Map(
      groupsOf(grouping).map((name) => [
        name,
        { by: grouping.by, name, genuine: Array.of<ScoredPair>(), impostor: Array.of<ScoredPair>() },
      ]),
    ),
  }));
  for (const { probe, candidate, genuine, score } of comparisons) {
    if (!genuine && !comparable(probe, candidate)) continue;
    const pair: ScoredPair = { people: [people[probe], people[candidate]], score };
    for (const { grouping, groups } of sorted) {
      const name = grouping.groupOf[probe];
      if (name === null || name !== grouping.groupOf[candidate]) continue;
      groups.get(name)?.[genuine ? 'genuine' : 'impostor'].push(pair);
    }
  }
  return sorted.flatMap(({ groups }) => [...groups.values()]);
}
