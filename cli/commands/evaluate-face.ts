import { basename, resolve } from 'node:path';
import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import { evaluateFaces } from '#models/face/index.ts';
import { faceChart } from '../evaluation/face/face-chart.ts';
import { faceWords, figuresOf, measureGroups } from '../evaluation/face/figures.ts';
import { readGroups } from '../evaluation/face/groups-file.ts';
import { readPairs } from '../evaluation/face/pairs-file.ts';
import { deploymentReport } from '../evaluation/face/report/deployment-report.ts';
import { openProgress } from '../evaluation/progress.ts';
import { findPhotos, readPhotos, refuseUnlessComparable } from '../labelled.ts';
import { openOutput } from '../output-file.ts';
import { report } from '../report.ts';
import { refusedBy } from '../session.ts';

interface FaceOptions {
  readonly pairs?: string;
  readonly groups?: string;
  readonly plot?: string;
  readonly report?: string;
  readonly json?: boolean;
}

export const evaluateFaceCommand = new Command('face')
  .description('Error rates on a folder of photos: one sub-folder a person, or <person>_<n>.jpg')
  .argument('<folder>')
  .option('--pairs <file>', 'compare only these: CSV with the columns same (1 or 0), file_a, file_b')
  .option('--groups <file>', 'also by group: CSV, a row a person or file, any columns (sex, age, ...)')
  .option('--plot <file>', 'also draw DET curve and scores as SVG')
  .option('--report <file>', 'also write what a programme should know before it goes live, as HTML')
  .option('--json', 'print the result as JSON')
  .action(async (given: string, options: FaceOptions) => {
    const folder = resolve(given);
    const found = await findPhotos(folder);
    const pairs = options.pairs ? await readPairs(options.pairs, folder, found) : undefined;
    const groups = options.groups ? await readGroups(options.groups, found) : null;
    const plot = options.plot && (await openOutput('--plot', options.plot));
    const page = options.report && (await openOutput('--report', options.report));

    const named = new Set(pairs?.flatMap(({ names }) => names));
    const files = pairs ? found.filter(({ name }) => named.has(name)) : found;
    if (!pairs)
      refuseUnlessComparable(
        given,
        files.map(({ person }) => person),
      );
    let unreadable = 0;
    const photos = readPhotos(files, () => unreadable++);
    const progress = openProgress([given], options.json);
    const onProgress = (done: number) => progress.show(0, done / files.length);
    const evaluation = await evaluateFaces(photos, { pairs, onProgress }).finally(progress.stop);
    if (evaluation.figures.genuine === 0 || evaluation.figures.impostor === 0)
      throw refusedBy(
        refuse('invalid-request', [`${given}: no genuine or no impostor pair has two templates`]),
      );

    const measured = measureGroups(evaluation, groups);
    const figures = figuresOf(given, evaluation, unreadable, measured, groups);
    report(figures, options.json, () => faceWords(figures, measured));
    const name = basename(folder);
    if (plot) await plot.write(await faceChart(name, evaluation));
    if (page) await page.write(await deploymentReport({ name, evaluation, unreadable, measured, groups }));
  });
