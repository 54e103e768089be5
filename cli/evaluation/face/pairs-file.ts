import { dirname, resolve } from 'node:path';
import type { FacePair } from '#models/face/index.ts';
import type { PhotoFile } from '../../labelled.ts';
import { readTable, type Table } from './table.ts';

/*
 * The pairs to compare: columns `same` (1 or 0), `file_a`, `file_b`, in any order and among any others, as research sets
 * bring them. A file is named from the folder of photos, or from where the list lies.
 */

const columns = ['same', 'file_a', 'file_b'] as const;
const yes = ['1', 'true', 'yes'];
const no = ['0', 'false', 'no'];

/**
 * Throws CommandRefused with the line and the reason: a column missing, an answer that is none, a file that is not among
 * the photos, a photo paired with itself, a pair named before.
 */
export async function readPairs(
  path: string,
  folder: string,
  photos: readonly PhotoFile[],
): Promise<FacePair[]> {
  const table = await readTable('--pairs', path);
  const [same, ...files] = columns.map((column) => placeOf(table, column));
  const names = new Map(photos.map(({ path, name }) => [path, name]));
  const from = [folder, dirname(resolve(path))];
  const seen = new Set<string>();
  return table.rows.map(({ line, cells }) => {
    const answer = cells[same].toLowerCase();
    if (![...yes, ...no].includes(answer)) throw table.wrong('same is neither 1 nor 0', line);
    const [a, b] = files.map((file) => {
      const name = from.map((base) => names.get(resolve(base, cells[file]))).find((found) => found);
      if (!name) throw table.wrong(`${table.columns[file]} is not among the photos`, line);
      return name;
    });
    if (a === b) throw table.wrong('a photo is paired with itself', line);
    const pair = [a, b].toSorted().join('\n');
    if (seen.has(pair)) throw table.wrong('this pair came before', line);
    seen.add(pair);
    return { same: yes.includes(answer), names: [a, b] };
  });
}

function placeOf(table: Table, column: string): number {
  const place = table.columns.findIndex((name) => name.toLowerCase() === column);
  if (place < 0) throw table.wrong(`there is no column ${column}`);
  return place;
}
