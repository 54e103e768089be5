import { stringify } from 'csv-stringify/sync';
import type { MeasuredFolder } from './measured-folder.ts';

/** Every comparison as a line of CSV, folder by folder; the score in decibels, unrounded, so that rates can be redone. */
export function* scoresFile(measured: readonly MeasuredFolder[]): Generator<string> {
  yield stringify([['folder', 'probe', 'candidate', 'genuine', 'score']]);
  for (const { folder, prints, evaluation } of measured) {
    const names = prints.map(({ finger, impression }) => `${finger}_${impression}`);
    yield stringify(
      evaluation.comparisons.map(({ probe, candidate, genuine, score }) => [
        folder,
        names[probe],
        names[candidate],
        genuine ? 1 : 0,
        score,
      ]),
    );
  }
}
