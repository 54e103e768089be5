import { resolve } from 'node:path';
import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import { type Protocol, protocols } from '#models/evaluation/index.ts';
import { evaluateFingerprints, figuresOverSets } from '#models/fingerprint/index.ts';
import { evaluateFingerSearch } from '../evaluation/finger-search.ts';
import { fingerprintChart } from '../evaluation/fingerprint-chart.ts';
import { figuresOf, type MeasuredFolder } from '../evaluation/measured-folder.ts';
import { openProgress } from '../evaluation/progress.ts';
import { resolutionsOf } from '../evaluation/resolutions.ts';
import { scoresFile } from '../evaluation/scores-file.ts';
import { figuresTable } from '../evaluation/table.ts';
import { findPrints, readPrints } from '../labelled.ts';
import { openOutput } from '../output-file.ts';
import { report } from '../report.ts';
import { refusedBy } from '../session.ts';
import { evaluateFaceCommand } from './evaluate-face.ts';
import { faceEnrolling } from './evaluate-face-enrolling.ts';
import { evaluateLivenessCommand } from './evaluate-liveness.ts';

/* `kiosk evaluate`: the engines measured on a programme's own people, so that it can set its thresholds. */

interface FingerprintOptions {
  readonly dpi: string;
  readonly protocol: string;
  readonly scores?: string;
  readonly plot?: string;
  readonly json?: boolean;
}

const fingerprint = new Command('fingerprint')
  .description('Error rates on folders of <finger>_<impression>.png')
  .argument('<folders...>', 'each a set of its own: prints of different folders are never compared')
  .option('--dpi <n>', 'resolution of the prints; for folders that differ one each, as in 500,512', '500')
  .option(
    '--protocol <name>',
    'extended: all pairs; fvc: only first impressions of different fingers',
    'extended',
  )
  .option('--scores <file>', 'also write every comparison as CSV')
  .option('--plot <file>', 'also draw DET curves and scores as SVG')
  .option('--json', 'print the result as JSON')
  .action(async (folders: string[], options: FingerprintOptions) => {
    const { json } = options;
    const resolutions = resolutionsOf(options.dpi, folders.length);
    const protocol = protocols.find((name) => name === options.protocol);
    if (!protocol) throw refusedBy(refuse('invalid-request', [`--protocol ${protocols.join('|')}`]));
    const scores = options.scores && (await openOutput('--scores', options.scores));
    const plot = options.plot && (await openOutput('--plot', options.plot));

    const measured = await measureFolders(folders, resolutions, protocol, json);
    const figures = measured.map(figuresOf);
    const overSets =
      measured.length > 1 ? figuresOverSets(measured.map(({ evaluation }) => evaluation)) : null;
    report(overSets ? { folders: figures, ...overSets } : figures[0], json, () =>
      figuresTable(figures, overSets),
    );
    if (scores) await scores.write(scoresFile(measured));
    if (plot) await plot.write(await fingerprintChart(measured, protocol));
  });

async function measureFolders(
  folders: readonly string[],
  resolutions: readonly number[],
  protocol: Protocol,
  silent: boolean | undefined,
): Promise<MeasuredFolder[]> {
  const found = await Promise.all(folders.map((folder) => findPrints(resolve(folder))));
  const progress = openProgress(folders, silent);
  try {
    const measured: MeasuredFolder[] = [];
    for (const [at, folder] of folders.entries()) {
      const { prints, unreadable } = await readPrints(found[at], resolutions[at]);
      const onProgress = (fraction: number) => progress.show(at, fraction);
      const evaluation = evaluateFingerprints(prints, { protocol, onProgress });
      const labels = prints.map(({ finger, impression }) => ({ finger, impression }));
      measured.push({ folder, prints: labels, unreadable, evaluation });
    }
    return measured;
  } finally {
    progress.stop();
  }
}

export const evaluateCommand = new Command('evaluate')
  .description('Measure an engine on labelled pictures')
  .addCommand(fingerprint)
  .addCommand(evaluateFaceCommand)
  .addCommand(evaluateFingerSearch)
  .addCommand(faceEnrolling)
  .addCommand(evaluateLivenessCommand);
