import {
  type ErrorKind,
  type FaceEvaluation,
  type FaceGroup,
  facesByGroup,
  type GroupRates,
} from '#models/face/index.ts';
import { aligned } from '../aligned.ts';
import { type Groups, groupingOf } from './groups-file.ts';
import { countOf, groupName, percent, rangeOf } from './wording.ts';

/* What `kiosk evaluate face` prints, as JSON and for people. */

/** Everybody together stands first, beside whom the groups are seen. */
export function measureGroups(evaluation: FaceEvaluation, groups: Groups | null): FaceGroup[] {
  const { photos } = evaluation;
  const everybody = { by: 'all', groupOf: photos.map(() => 'everybody') };
  const groupings = groups?.groupings.map((grouping) => groupingOf(grouping, photos)) ?? [];
  const sexOf = groups?.sex ? groupingOf(groups.sex, photos).groupOf : null;
  return facesByGroup(evaluation, evaluation.engine.thresholds, {
    groupings: [everybody, ...groupings],
    sexOf,
  });
}

export function figuresOf(
  folder: string,
  { figures }: FaceEvaluation,
  unreadable: number,
  measured: readonly FaceGroup[],
  groups: Groups | null,
) {
  return {
    folder,
    ...figures,
    ...(unreadable > 0 && { unreadable }),
    groups: groups ? measured.map(groupFigures) : [],
    ...(groups && groups.leftOut.length > 0 && { columnsLeftOut: groups.leftOut }),
  };
}

/** `fmr` and `fnmr` are those at the threshold for candidates. */
function groupFigures({ by, name, ...rest }: FaceGroup) {
  const { fmr, fnmr } = rest.candidate;
  return { by, name, fmr: fmr.rate, fnmr: fnmr.rate, ...rest };
}

type Figures = ReturnType<typeof figuresOf>;

export function faceWords({ folder, groups, ...figures }: Figures, measured: readonly FaceGroup[]): string {
  const lines = Object.entries(figures).map(([name, value]) => {
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return `  ${name.padEnd(16)} ${text}`;
  });
  const listed = [folder, ...lines].join('\n');
  return groups.length > 0 ? `${listed}\n\n${groupLines(measured)}` : listed;
}

const thresholdNames = ['candidate', 'match'] as const;

function groupLines(groups: readonly FaceGroup[]): string {
  const columns = [
    ['group', ...groups.map(groupName)],
    ['people', ...groups.map(({ people }) => countOf(people))],
    ...thresholdNames.flatMap((at) => [
      [`FMR at ${at}`, ...groups.map((group) => rateText(group[at], 'fmr'))],
      [`FNMR at ${at}`, ...groups.map((group) => rateText(group[at], 'fnmr'))],
    ]),
  ];
  return `${aligned(columns)}\nin brackets: errors of pairs, 95 % confidence interval`;
}

function rateText(rates: GroupRates, kind: ErrorKind): string {
  const rate = rates[kind];
  if (rate.pairs === 0) return '-';
  return `${percent(rate.rate)} (${countOf(rate.errors)} of ${countOf(rate.pairs)}, ${rangeOf(rate)})`;
}
