import { resolve } from 'node:path';
import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import { evaluateLiveness } from '#models/face/liveness/evaluate.ts';
import { openProgress } from '../evaluation/progress.ts';
import { findPhotos, readPhotos } from '../labelled.ts';
import { report } from '../report.ts';
import { refusedBy } from '../session.ts';

/** `kiosk evaluate liveness`: open eyes told from closed ones, and who passes a simulated challenge. */
export const evaluateLivenessCommand = new Command('liveness')
  .description('Eyes open or closed on a folder of <person>_<open|half|closed>.jpg, and simulated challenges')
  .argument('<folder>')
  .option('--challenges <n>', 'play challenges with the faces of so many people', '0')
  .option('--json', 'print the result as JSON')
  .action(async (folder: string, options: { readonly challenges: string; readonly json?: boolean }) => {
    const challenges = Number(options.challenges);
    if (!Number.isInteger(challenges) || challenges < 0)
      throw refusedBy(refuse('invalid-request', ['--challenges']));
    let unreadable = 0;
    const files = await findPhotos(resolve(folder));
    const photos = await Array.fromAsync(readPhotos(files, () => unreadable++));
    const progress = openProgress([folder], options.json);
    const onProgress = (fraction: number) => progress.show(0, fraction);
    const evaluation = await evaluateLiveness(photos, { challenges, onProgress }).finally(progress.stop);
    const figures = { folder, ...evaluation, ...(unreadable > 0 && { unreadable }) };
    report(figures, options.json, () => JSON.stringify(figures, null, 2));
  });
