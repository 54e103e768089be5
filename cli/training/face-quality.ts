import { resolve } from 'node:path';
import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import { type FaceQualityTraining, observeQuality, trainFaceQuality } from '#models/face/index.ts';
import { openProgress } from '../evaluation/progress.ts';
import { findPhotos, readPhotos } from '../labelled.ts';
import { openOutput } from '../output-file.ts';
import { report } from '../report.ts';
import { refusedBy } from '../session.ts';

/* `kiosk train face-quality`: what predicts that a photo will match, learned with the recogniser as it is. */

interface Options {
  readonly output?: string;
  readonly json?: boolean;
}

export const trainFaceQualityCommand = new Command('face-quality')
  .description('Learn how good a face photo is, and tell how many misses vanish without the worst')
  .argument('<folder>', 'photos: one sub-folder a person, or <person>_<n>.jpg')
  .option('--output <file>', 'also write the model, as models/face/quality/quality-model.json')
  .option('--json', 'print the result as JSON')
  .action(async (folder: string, { output, json }: Options) => {
    const file = output && (await openOutput('--output', output));
    const files = await findPhotos(resolve(folder));
    let unreadable = 0;
    const photos = readPhotos(files, () => unreadable++);
    const progress = openProgress([folder], json);
    const onProgress = (done: number) => progress.show(0, done / files.length);
    const seen = await observeQuality(photos, { onProgress }).finally(progress.stop);
    const training = trainFaceQuality(seen);
    if (training.outcome === 'too-few-photos') throw refusedBy(refuse('invalid-request', [folder]));
    const { model, outcome: _outcome, ...result } = training;
    report({ folder, ...result, ...(unreadable > 0 && { unreadable }) }, json, () => discardLines(result));
    if (file) await file.write(`${JSON.stringify(model, null, 2)}\n`);
  });

type Trained = Extract<FaceQualityTraining, { outcome: 'trained' }>;

function discardLines({ photos, genuine, heldOut }: Pick<Trained, 'photos' | 'genuine' | 'heldOut'>): string {
  return [
    `${photos} photos, ${genuine} genuine pairs; misses at one false match in a thousand, by models that have not seen the people:`,
    ...heldOut.map(
      ({ discarded, falseNonMatchRate, byStability }) =>
        `without the worst ${percent(discarded, 0)} %: ${percent(falseNonMatchRate, 2)} % (by stability alone: ${percent(byStability, 2)} %)`,
    ),
  ].join('\n');
}

const percent = (rate: number, digits: number) => (100 * rate).toFixed(digits);
