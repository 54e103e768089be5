import { type Grouping, groupsOf, mean } from '../../evaluation/index.ts';
import type { QualityPhoto } from './observe-quality.ts';

/*
 * Quality of one group of people beside another, so that it is seen when a measure judges the person instead of the
 * picture. Photos of one person are alike: a mean is over people, each with the mean of their photos.
 */

export interface MeanOver {
  readonly mean: number;
  /** Half the width of the 95 % confidence interval; NaN of one person. */
  readonly give: number;
}

export interface QualityGroup {
  /** What the group differs in, and its name: `ethnicity`, `south asian`. */
  readonly by: string;
  readonly name: string;
  readonly people: number;
  readonly images: number;
  /** Of `quality` and of every measure that all photos have, in its own unit. */
  readonly means: Readonly<Record<string, MeanOver>>;
}

/** Two-sided 95 % of Student's t by degrees of freedom, from 1; beyond, of the normal distribution. */
const STUDENT = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14];
const NORMAL = 2;

/** Groups by the places of their photos. */
export function qualityByGroup(
  photos: readonly QualityPhoto[],
  groupings: readonly Grouping[],
): QualityGroup[] {
  return groupings.flatMap((grouping) =>
    groupsOf(grouping).map((name) => {
      const own = photos.filter((_, place) => grouping.groupOf[place] === name);
      return { by: grouping.by, name, ...meansOf(own) };
    }),
  );
}

function meansOf(photos: readonly QualityPhoto[]) {
  const values = photos.flatMap(({ person, quality: { score, measures } }) =>
    Object.entries({ quality: score, ...measures }).map(([name, value]) => ({ person, name, value })),
  );
  const means = Object.fromEntries(
    [...Map.groupBy(values, ({ name }) => name)]
      .filter(([, own]) => own.every(({ value }) => value !== null))
      .map(([name, own]) => [name, meanOverPeople(own)]),
  );
  return { people: new Set(photos.map(({ person }) => person)).size, images: photos.length, means };
}

interface Value {
  readonly person: string;
  readonly value: number | null;
}

function meanOverPeople(values: readonly Value[]): MeanOver {
  const people = Map.groupBy(values, ({ person }) => person).values();
  return meanOver([...people].map((own) => mean(own.map(({ value }) => value ?? Number.NaN))));
}

function meanOver(values: readonly number[]): MeanOver {
  const middle = mean(values);
  const freedom = values.length - 1;
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / freedom;
  return {
    mean: middle,
    give: (STUDENT[freedom - 1] ?? NORMAL) * Math.sqrt(variance / values.length),
  };
}
