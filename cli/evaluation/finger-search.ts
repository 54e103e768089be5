import { Command } from 'commander';
import { evaluateSearch, extract, type GreyImage, type SearchEvaluation } from '#models/fingerprint/index.ts';
import { asksForSets, readSets, type SetOptions } from '../labelled-sets.ts';
import { report } from '../report.ts';
import { openProgress } from './progress.ts';

/* `kiosk evaluate finger-search`: what a search of one finger among many loses because it does not compare everybody. */

export const evaluateFingerSearch = asksForSets(new Command('finger-search'))
  .description('Right fingers that a search loses, each print of the folders among all others')
  .action(async (folders: string[], options: SetOptions) => {
    const sets = await readSets(folders, options, templateOf);
    const progress = openProgress(['searching'], options.json);
    const evaluation = evaluateSearch(sets, (fraction) => progress.show(0, fraction));
    progress.stop();
    report(evaluation, options.json, () => lossLines(evaluation));
  });

function templateOf(image: GreyImage) {
  const extraction = extract(image);
  return extraction.outcome === 'extracted' ? { template: extraction.template } : null;
}

function lossLines({ prints, pairs, foundFirst, lost }: SearchEvaluation): string {
  return [
    `${prints} prints, ${pairs} pairs of one finger; found first when everybody is compared: ${percent(foundFirst, 2)} %`,
    ...lost.map(
      ({ compared, rate }) =>
        `lost when the best rated ${percent(compared, 1)} % are compared: ${percent(rate, 2)} %`,
    ),
  ].join('\n');
}

const percent = (rate: number, digits: number) => (100 * rate).toFixed(digits);
