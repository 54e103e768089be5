import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import {
  type InterchangePrint,
  type InterchangeStandard,
  matchFingerprints,
  thresholds,
} from '#models/fingerprint/index.ts';
import { resolutionsOf } from '../evaluation/resolutions.ts';
import { openOutput } from '../output-file.ts';
import { report } from '../report.ts';
import { refusedBy } from '../session.ts';
import { describeRecord, fingerName, recordAsJson } from '../template/description.ts';
import { printsOf, readEither, readPrint, readTemplateFile, withEngine } from '../template/inputs.ts';
import { recordOf, writeTo } from '../template/outputs.ts';

/* `kiosk template`: fingerprint templates exchanged with other systems, as ISO 19794-2 and ANSI 378 records. */

interface ExportOptions {
  readonly finger: string;
  readonly standard: string;
  readonly dpi: string;
  readonly output: string;
  readonly json?: boolean;
}

const standards = { iso: 'iso-19794-2-2005', ansi: 'ansi-378-2004' } as const;
const mostViews = 16;
const noMatchExit = 1;

const exportPrints = new Command('export')
  .description('Write prints of one finger as a record; several become its views')
  .argument('<prints...>', 'pictures of the same finger')
  .option('--finger <n>', '1 to 5 right thumb to little finger, 6 to 10 left, 0 unknown', '0')
  .option('--standard <name>', 'iso or ansi', 'iso')
  .option('--dpi <n>', 'resolution of the prints', '500')
  .requiredOption('--output <file>', 'the record to write')
  .option('--json', 'print the result as JSON')
  .action(async (paths: string[], options: ExportOptions) => {
    const standard = standardOf(options.standard);
    const position = fingerOf(options.finger);
    const [dpi] = resolutionsOf(options.dpi, 1);
    if (paths.length > mostViews)
      throw refusedBy(refuse('invalid-request', [`prints: at most ${mostViews}`]));
    const output = await openOutput('--output', options.output);
    const prints = await withEngine((engine) =>
      Promise.all(paths.map(async (path) => ({ template: await readPrint(path, dpi, engine), position }))),
    );
    const bytes = await writeTo(output, recordOf(prints, standard));
    const views = prints.map(({ template }) => ({
      quality: Math.round(template.quality),
      minutiae: template.minutiae.length,
    }));
    report({ file: options.output, standard, finger: position, bytes, views }, options.json, () =>
      [
        `${options.output}: ${fingerName(position)}, ${bytes} bytes`,
        ...views.map(
          ({ quality, minutiae }, view) => `  view ${view}: quality ${quality}, ${minutiae} minutiae`,
        ),
      ].join('\n'),
    );
  });

const show = new Command('show')
  .description('Describe a record; with --json all that is in it')
  .argument('<file>')
  .option('--json', 'print the whole record as JSON')
  .action(async (path: string, { json }: { readonly json?: boolean }) => {
    const record = await readTemplateFile(path);
    report(recordAsJson(record), json, () => describeRecord(record));
  });

interface ConvertOptions {
  readonly standard: string;
  readonly output: string;
  readonly json?: boolean;
}

const convert = new Command('convert')
  .description('Write a record by the other standard')
  .argument('<file>')
  .requiredOption('--standard <name>', 'iso or ansi')
  .requiredOption('--output <file>', 'the record to write')
  .option('--json', 'print the result as JSON')
  .action(async (path: string, options: ConvertOptions) => {
    const standard = standardOf(options.standard);
    const record = await readTemplateFile(path);
    const output = await openOutput('--output', options.output);
    const converted =
      record.standard === standard ? record : recordOf(printsOf(path, record), standard, record);
    const bytes = await writeTo(output, converted);
    const views = converted.views.length;
    report({ file: options.output, standard, bytes, views }, options.json, () =>
      [`${options.output}: ${bytes} bytes`, describeRecord(converted)].join('\n'),
    );
  });

const match = new Command('match')
  .description('Compare two files, each a print or a record: ends with 1 when they do not match')
  .argument('<a>')
  .argument('<b>')
  .option('--dpi <n>', 'resolution of the prints', '500')
  .option('--json', 'print the result as JSON')
  .action(async (a: string, b: string, options: { readonly dpi: string; readonly json?: boolean }) => {
    const [dpi] = resolutionsOf(options.dpi, 1);
    const [left, right] = await withEngine((engine) =>
      Promise.all([readEither(a, dpi, engine), readEither(b, dpi, engine)]),
    );
    const decibels = bestScore(left, right);
    if (decibels === null) throw refusedBy(refuse('invalid-request', ['no finger is in both files']));
    const isMatch = decibels >= thresholds.match;
    report(
      { decibels, threshold: thresholds.match, match: isMatch },
      options.json,
      () =>
        `${decibels.toFixed(1)} dB: ${isMatch ? 'a match' : `no match (${thresholds.match} dB or more is one)`}`,
    );
    if (!isMatch) process.exitCode = noMatchExit;
  });

export const templateCommand = new Command('template')
  .description(
    'Exchange fingerprint templates with other systems (ISO/IEC 19794-2:2005, ANSI INCITS 378-2004)',
  )
  .addCommand(exportPrints)
  .addCommand(show)
  .addCommand(convert)
  .addCommand(match);

function standardOf(name: string): InterchangeStandard {
  if (name === 'iso' || name === 'ansi') return standards[name];
  throw refusedBy(refuse('invalid-request', ['--standard iso|ansi']));
}

function fingerOf(text: string): number {
  if (!/^(\d|10)$/.test(text)) throw refusedBy(refuse('invalid-request', ['--finger 0..10']));
  return Number(text);
}

/** Decibels of the best pair of views of the same finger, an unknown one being any; null when there is no such pair. */
function bestScore(left: readonly InterchangePrint[], right: readonly InterchangePrint[]): number | null {
  const scores = left.flatMap((a) =>
    right
      .filter((b) => a.position === b.position || a.position === 0 || b.position === 0)
      .map((b) => matchFingerprints(a.template, b.template)),
  );
  return scores.length > 0 ? Math.max(...scores) : null;
}
