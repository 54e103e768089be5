import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import { errorRates, mean } from '#models/evaluation/index.ts';
import {
  extract,
  type GreyImage,
  type HeldOutScores,
  leastStrangers,
  poolRates,
  train,
} from '#models/fingerprint/index.ts';
import { figuresTable } from '../evaluation/table.ts';
import { asksForSets, readSets } from '../labelled-sets.ts';
import { openOutput } from '../output-file.ts';
import { report } from '../report.ts';
import { refusedBy } from '../session.ts';
import { leastFamilies, type TrainOptions } from './options.ts';

/* `kiosk train fingerprint`: the score model learned anew, and measured on sets that each training has not seen. */

export const trainFingerprint = asksForSets(new Command('fingerprint'))
  .description('Learn how fingerprint comparisons are scored, and cross-validate by family of sets')
  .option('--output <file>', 'also write the model, as models/fingerprint/matching/score-model.json')
  .action(async (folders: string[], options: TrainOptions) => {
    const file = options.output && (await openOutput('--output', options.output));
    const sets = await readSets(folders, options, templateOf, leastFamilies);
    const training = train(sets);
    if (training.outcome === 'too-few-prints')
      throw refusedBy(
        refuse('invalid-request', [`${leastStrangers} pairs of strangers without family ${training.family}`]),
      );
    const result = heldOutFigures(training.heldOut);
    report(result, options.json, () => figuresTable(result.folders, result));
    if (file) await file.write(`${JSON.stringify(training.model, null, 2)}\n`);
  });

function templateOf(image: GreyImage) {
  const extraction = extract(image);
  return extraction.outcome === 'extracted' ? { template: extraction.template } : null;
}

function heldOutFigures(heldOut: readonly HeldOutScores[]) {
  const folders = heldOut.map(({ set, genuine, impostor }) => {
    const { eer, fmr100, fmr1000, zeroFmr } = errorRates(genuine, impostor);
    const pairs = { genuine: genuine.length, impostor: impostor.length };
    return { folder: set, ...pairs, eer, fmr100, fmr1000, zeroFmr };
  });
  const over = (rate: (set: (typeof folders)[number]) => number) => mean(folders.map(rate));
  return {
    folders,
    mean: {
      eer: over(({ eer }) => eer),
      fmr100: over(({ fmr100 }) => fmr100),
      fmr1000: over(({ fmr1000 }) => fmr1000),
      zeroFmr: over(({ zeroFmr }) => zeroFmr),
    },
    pooled: poolRates(heldOut),
  };
}
