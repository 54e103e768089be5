import { resolve } from 'node:path';
import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import { type EnrollingFigures, evaluateEnrolling, openFaceEngine } from '#models/face/index.ts';
import { openProgress } from '../evaluation/progress.ts';
import { findPhotos, readPhotos } from '../labelled.ts';
import { report } from '../report.ts';
import { refusedBy } from '../session.ts';

/* `kiosk evaluate face-enrolling`: what one template of several photos is worth. */

interface EnrollingOptions {
  readonly photos: string;
  readonly json?: boolean;
}

export const faceEnrolling = new Command('face-enrolling')
  .description('Error rates of templates of one, two and more photos: folders as for `face`')
  .argument('<folder>')
  .option('--photos <n>', 'most photos in a template, 1 to 10; people with more count', '3')
  .option('--json', 'print the result as JSON')
  .action(async (folder: string, { photos: given, json }: EnrollingOptions) => {
    const most = Number(given);
    if (!Number.isInteger(most) || most < 1 || most > 10)
      throw refusedBy(refuse('invalid-request', ['--photos']));
    let unreadable = 0;
    const files = await findPhotos(resolve(folder));
    const photos = await Array.fromAsync(readPhotos(files, () => unreadable++));
    const people = Map.groupBy(photos, ({ person }) => person);
    if (![...people.values()].some(({ length }) => length > most))
      throw refusedBy(refuse('invalid-request', [folder]));
    const progress = openProgress([folder], json);
    const engine = await openFaceEngine();
    let done = 0;
    const onEmbedded = () => progress.show(0, ++done / photos.length);
    try {
      const evaluation = await evaluateEnrolling(engine, photos, most, onEmbedded);
      const figures = { ...evaluation, ...(unreadable > 0 && { unreadable }) };
      report({ folder, ...figures }, json, () => table(evaluation.people, evaluation.figures));
    } finally {
      progress.stop();
      await engine.close();
    }
  });

function table(people: number, figures: readonly EnrollingFigures[]): string {
  const percent = (share: number | null) => (share === null ? '-' : `${(100 * share).toFixed(2)} %`);
  const lines = figures.flatMap((row) => [
    `${row.photos} in a template`,
    `  TAR at FAR 1e-2, 1e-3, 1e-4  ${[row.tarAtFar1e2, row.tarAtFar1e3, row.tarAtFar1e4].map(percent).join(', ')}`,
    `  at these cosines             ${row.thresholds.map((cosine) => cosine.toFixed(4)).join(', ')}`,
    `  candidates, strangers        ${percent(row.candidate.tar)}, ${percent(row.candidate.fmr)}`,
    `  refused, strangers passed    ${percent(row.refused)}, ${percent(row.strangersPassed)}`,
  ]);
  return [`${people} people`, ...lines].join('\n');
}
