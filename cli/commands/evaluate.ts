import { resolve } from 'node:path';
import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import { evaluateFaces } from '#models/face/index.ts';
import { evaluateFingerprints } from '#models/fingerprint/index.ts';
import { readPhotos, readPrints } from '../labelled.ts';
import { report } from '../report.ts';
import { refusedBy } from '../session.ts';

/* `kiosk evaluate`: the engines measured on a programme's own people, so that it can set its thresholds. */

interface EvaluateOptions {
  readonly dpi: string;
  readonly json?: boolean;
}

const fingerprint = new Command('fingerprint')
  .description('Error rates on folders of <finger>_<impression>.png, all pairs of impressions')
  .argument('<folders...>')
  .option('--dpi <n>', 'resolution of the prints', '500')
  .option('--json', 'print the result as JSON')
  .action(async (folders: string[], { dpi, json }: EvaluateOptions) => {
    if (!/^[1-9]\d{2,3}$/.test(dpi)) throw refusedBy(refuse('invalid-request', ['--dpi']));
    for (const folder of folders) {
      const { scores: _scores, ...figures } = evaluateFingerprints(
        await readPrints(resolve(folder), Number(dpi)),
      );
      report({ folder, ...figures }, json, () => table(folder, figures));
    }
  });

const face = new Command('face')
  .description('Error rates on a folder of photos: one sub-folder a person, or <person>_<n>.jpg')
  .argument('<folder>')
  .option('--json', 'print the result as JSON')
  .action(async (folder: string, { json }: EvaluateOptions) => {
    const figures = await evaluateFaces(await readPhotos(resolve(folder)));
    report({ folder, ...figures }, json, () => table(folder, figures));
  });

export const evaluateCommand = new Command('evaluate')
  .description('Measure an engine on labelled pictures')
  .addCommand(fingerprint)
  .addCommand(face);

function table(folder: string, figures: object): string {
  const lines = Object.entries(figures).map(([name, value]) => {
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return `  ${name.padEnd(22)} ${text}`;
  });
  return [folder, ...lines].join('\n');
}
