import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { report } from '../report.ts';
import { homeOf, withDoor } from '../session.ts';

interface CardOptions {
  readonly out: string;
  readonly png?: string;
  readonly home?: string;
  readonly json?: boolean;
}

export const cardCommand = new Command('card')
  .description('Write the card of a person as a PDF')
  .argument('<number>', 'card number, 12 digits')
  .requiredOption('--out <file>', 'PDF to write')
  .option('--png <file>', 'also write the front as a picture')
  .option('--home <folder>', 'the kiosk, by default KIOSK_HOME or kiosk-data')
  .option('--json', 'print the result as JSON')
  .action(async (number: string, options: CardOptions) => {
    await withDoor(homeOf(options.home), async (door) => {
      const pdf = await door.request('GET', `/api/cards/${encodeURIComponent(number)}/pdf`);
      await writeFile(options.out, await pdf.bytes());
      if (!options.png) return;
      const picture = await door.request('GET', `/api/cards/${encodeURIComponent(number)}/picture`);
      await writeFile(options.png, await picture.bytes());
    });
    const files = [options.out, ...(options.png ? [options.png] : [])];
    report({ number, files }, options.json, () => `card written to ${files.join(' and ')}`);
  });
