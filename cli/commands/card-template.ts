import { Command } from 'commander';
import { defaultTemplate, drawSpecimen } from '#core/index.ts';
import { openOutput } from '../output-file.ts';
import { readSiteFile } from '../site-file.ts';

interface CardTemplateOptions {
  readonly out: string;
  readonly site?: string;
  readonly cardTemplate?: string;
}

export const cardTemplateCommand = new Command('card-template')
  .description('Write the built-in card template as JSON, or with --site a specimen of its card as a PDF')
  .requiredOption('--out <file>', 'JSON or PDF to write')
  .option('--site <file>', 'the site file')
  .option('--card-template <file>', "the programme's own template, instead of the site file's")
  .action(async ({ out, site: file, cardTemplate }: CardTemplateOptions) => {
    const output = await openOutput('--out', out);
    if (file) await output.write(await drawSpecimen(await readSiteFile(file, cardTemplate)));
    else await output.write(`${JSON.stringify(defaultTemplate, null, 2)}\n`);
    process.stdout.write(`${file ? 'specimen' : 'template'} written to ${out}\n`);
  });
