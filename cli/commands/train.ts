import { resolve } from 'node:path';
import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import { errorRates, mean } from '#models/evaluation/index.ts';
import {
  extract,
  type HeldOutScores,
  leastStrangers,
  poolRates,
  type Training,
  type TrainingSet,
  train,
} from '#models/fingerprint/index.ts';
import { openProgress } from '../evaluation/progress.ts';
import { resolutionsOf } from '../evaluation/resolutions.ts';
import { shortNames } from '../evaluation/short-names.ts';
import { figuresTable } from '../evaluation/table.ts';
import { findPrints, readPrints } from '../labelled.ts';
import { openOutput } from '../output-file.ts';
import { report } from '../report.ts';
import { refusedBy } from '../session.ts';

/* `kiosk train`: the score model learned anew, and measured on sets that each training has not seen. */

interface TrainOptions {
  readonly dpi: string;
  readonly families?: string;
  readonly output?: string;
  readonly json?: boolean;
}

const fingerprint = new Command('fingerprint')
  .description('Learn how fingerprint comparisons are scored, and cross-validate by family of sets')
  .argument('<folders...>', 'sets of <finger>_<impression>.png')
  .option('--dpi <n>', 'resolution of the prints; for folders that differ one each, as in 500,512', '500')
  .option(
    '--families <names>',
    'a name for each folder, the same for folders that show the same fingers, as in a,a,b',
  )
  .option('--output <file>', 'also write the model, as models/fingerprint/matching/score-model.json')
  .option('--json', 'print the result as JSON')
  .action(async (folders: string[], { dpi, families, output, json }: TrainOptions) => {
    const resolutions = resolutionsOf(dpi, folders.length);
    const names = familiesOf(families, folders);
    const file = output && (await openOutput('--output', output));
    const progress = openProgress(folders, json);
    const training = await learn(folders, resolutions, names, progress.show).finally(progress.stop);
    if (training.outcome === 'too-few-prints')
      throw refusedBy(
        refuse('invalid-request', [`${leastStrangers} pairs of strangers without family ${training.family}`]),
      );
    const result = heldOutFigures(training.heldOut);
    report(result, json, () => figuresTable(result.folders, result));
    if (file) await file.write(`${JSON.stringify(training.model, null, 2)}\n`);
  });

export const trainCommand = new Command('train')
  .description('Learn what an engine is told by labelled pictures')
  .addCommand(fingerprint);

/** The family of each folder. Throws CommandRefused when their number does not fit, or there is but one. */
function familiesOf(given: string | undefined, folders: readonly string[]): readonly string[] {
  const names = given?.split(',') ?? folders;
  if (names.length !== folders.length || new Set(names).size < 2)
    throw refusedBy(refuse('invalid-request', ['--families']));
  return names;
}

async function learn(
  folders: readonly string[],
  resolutions: readonly number[],
  families: readonly string[],
  onProgress: (set: number, fraction: number) => void,
): Promise<Training> {
  const found = await Promise.all(folders.map((folder) => findPrints(resolve(folder))));
  const names = shortNames(folders);
  const sets: TrainingSet[] = [];
  for (const [at, folder] of found.entries()) {
    const { prints } = await readPrints(folder, resolutions[at]);
    const templates = prints.flatMap(({ finger, image }, done) => {
      onProgress(at, (done + 1) / prints.length);
      const extraction = extract(image);
      return extraction.outcome === 'extracted' ? [{ finger, template: extraction.template }] : [];
    });
    sets.push({ name: names[at], family: families[at], prints: templates });
  }
  return train(sets, onProgress);
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
