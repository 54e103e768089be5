import type { Grouping } from '#models/evaluation/index.ts';
import type { PhotoFile } from '../../labelled.ts';
import { ageBand } from './age-bands.ts';
import { readTable, type Table } from './table.ts';

/*
 * Who people are: the first column names a person as the folder does, or one photo, which then goes before its person;
 * every other column sorts people into groups by what stands in it. A column with `age` in its name and numbers below it
 * is sorted into bands; one with `sex` or `gender` also tells which strangers could be taken for each other.
 */

export interface Groups {
  readonly groupings: readonly PhotoGrouping[];
  /** The grouping by sex, where there is one. */
  readonly sex: PhotoGrouping | null;
  /** Columns with more values than are groups, as notes and numbers have. */
  readonly leftOut: readonly string[];
}

/** The group of a photo; null where it is not known. */
export interface PhotoGrouping {
  readonly by: string;
  groupOf(photo: Pick<PhotoFile, 'name' | 'person'>): string | null;
}

const mostGroups = 12;
const unknown = ['', '-', '?', 'na', 'n/a', 'nan', 'none', 'null', 'unknown'];

/** Throws CommandRefused with the line and the reason. */
export async function readGroups(path: string, photos: readonly PhotoFile[]): Promise<Groups> {
  const table = await readTable('--groups', path);
  if (table.columns.length < 2) throw table.wrong('there is no column to sort people by');
  const rows = rowsByKey(table, photos);
  const all = table.columns.slice(1).map((by, at) => {
    const groups = columnGroups(table, at + 1);
    const groupOf = ({ name, person }: Pick<PhotoFile, 'name' | 'person'>) => {
      const row = rows.get(name) ?? rows.get(person);
      return row === undefined ? null : groups[row];
    };
    return { by, groupOf, values: new Set(groups.filter((group) => group !== null)).size };
  });
  const [kept, leftOut] = [(n: number) => n <= mostGroups, (n: number) => n > mostGroups].map((fits) =>
    all.filter(({ values }) => values > 0 && fits(values)),
  );
  return {
    groupings: kept,
    sex: kept.find(({ by }) => named(by, ['sex', 'gender'])) ?? null,
    leftOut: leftOut.map(({ by }) => by),
  };
}

/** Groupings as an evaluation takes them: by the places of its photos. */
export function groupingOf(
  { by, groupOf }: PhotoGrouping,
  photos: readonly Pick<PhotoFile, 'name' | 'person'>[],
): Grouping {
  return { by, groupOf: photos.map(groupOf) };
}

function rowsByKey(table: Table, photos: readonly PhotoFile[]): Map<string, number> {
  const known = new Set(photos.flatMap(({ name, person }) => [name, person]));
  const rows = new Map<string, number>();
  for (const [row, { line, cells }] of table.rows.entries()) {
    const [key] = cells;
    if (!known.has(key)) throw table.wrong('there is no such person or file in the folder', line);
    if (rows.has(key)) throw table.wrong('this person or file came before', line);
    rows.set(key, row);
  }
  return rows;
}

/** The group of each row. */
function columnGroups(table: Table, column: number): (string | null)[] {
  const cells = table.rows.map(({ cells }) => cells[column]);
  const isKnown = (cell: string) => !unknown.includes(cell.toLowerCase());
  const isAge = (cell: string) => /^\d{1,3}(\.\d+)?$/.test(cell);
  const banded = named(table.columns[column], ['age']) && cells.some(isAge);
  return table.rows.map(({ line, cells }) => {
    const cell = cells[column];
    if (!isKnown(cell)) return null;
    if (banded && !isAge(cell)) throw table.wrong(`${table.columns[column]} is not a number of years`, line);
    return banded ? ageBand(Number(cell)) : cell;
  });
}

/** Whether a column is called one of these, alone or as a word: `face_age` but not `language`. */
function named(column: string, words: readonly string[]): boolean {
  return column
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => words.includes(word));
}
