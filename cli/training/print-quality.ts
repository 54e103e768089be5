import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import { lookAt, type QualityTraining, trainQuality } from '#models/fingerprint/index.ts';
import { asksForSets, readSets } from '../labelled-sets.ts';
import { openOutput } from '../output-file.ts';
import { report } from '../report.ts';
import { refusedBy } from '../session.ts';
import { leastFamilies, type TrainOptions } from './options.ts';

/* `kiosk train print-quality`: what predicts that a print will match, learned with the matcher as it is. */

export const trainPrintQuality = asksForSets(new Command('print-quality'))
  .description('Learn how good a print is, and tell how many misses vanish without the worst')
  .option('--output <file>', 'also write the model, as models/fingerprint/extraction/quality-model.json')
  .action(async (folders: string[], options: TrainOptions) => {
    const file = options.output && (await openOutput('--output', options.output));
    const training = trainQuality(await readSets(folders, options, lookAt, leastFamilies));
    if (training.outcome === 'too-few-prints')
      throw refusedBy(refuse('invalid-request', [`prints without family ${training.family}`]));
    const { model, outcome: _outcome, ...result } = training;
    report(result, options.json, () => discardLines(result));
    if (file) await file.write(`${JSON.stringify(model, null, 2)}\n`);
  });

type Trained = Extract<QualityTraining, { outcome: 'trained' }>;

function discardLines({ prints, genuine, heldOut }: Pick<Trained, 'prints' | 'genuine' | 'heldOut'>): string {
  return [
    `${prints} prints, ${genuine} genuine pairs; misses at 30 dB, by models that have not seen the family of a print:`,
    ...heldOut.map(
      ({ discarded, falseNonMatchRate }) =>
        `without the worst ${percent(discarded, 0)} %: ${percent(falseNonMatchRate, 2)} %`,
    ),
  ].join('\n');
}

const percent = (rate: number, digits: number) => (100 * rate).toFixed(digits);
