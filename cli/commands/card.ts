import { writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { Command, Option } from 'commander';
import { report } from '../report.ts';
import { homeOf, withDoor } from '../session.ts';

interface CardOptions {
  readonly out: string;
  readonly png?: string;
  readonly form: 'card' | 'a4' | 'slip';
  readonly home?: string;
  readonly json?: boolean;
}

export const cardCommand = new Command('card')
  .description('Write the card of a person as a PDF, both sides, or a paper form of it')
  .argument('<number>', 'card number, 12 digits')
  .requiredOption('--out <file>', 'PDF to write')
  .option('--png <file>', 'also write pictures: the front, and the back beside it as FILE-back')
  .addOption(
    new Option('--form <form>', 'a card, an A4 sheet to cut and fold, or an 80 mm slip')
      .choices(['card', 'a4', 'slip'])
      .default('card'),
  )
  .option('--home <folder>', 'the kiosk, by default KIOSK_HOME or kiosk-data')
  .option('--json', 'print the result as JSON')
  .action(async (number: string, { form, ...options }: CardOptions) => {
    const files = await withDoor(homeOf(options.home), async (door) => {
      const written: string[] = [];
      const keep = async (path: string, file: string) => {
        const answer = await door.request('GET', `/api/cards/${encodeURIComponent(number)}/${path}`);
        await writeFile(file, await answer.bytes());
        written.push(file);
      };
      await keep(`pdf?form=${form}`, options.out);
      if (!options.png) return written;
      await keep(`picture?form=${form}`, options.png);
      if (form === 'card' && door.appliance.site.cardSides === 'both') {
        await keep('picture?side=back', besideIt(options.png));
      }
      return written;
    });
    report({ number, form, files }, options.json, () => `${form} written to ${files.join(', ')}`);
  });

function besideIt(png: string): string {
  const { dir, name, ext } = parse(png);
  return join(dir, `${name}-back${ext}`);
}
