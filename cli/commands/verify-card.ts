import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { readInput } from '../files.ts';
import { report } from '../report.ts';
import { homeOf, withDoor } from '../session.ts';

interface VerifyOptions {
  readonly home?: string;
  readonly json?: boolean;
}

const Verified = z.object({
  card: z.looseObject({ number: z.string(), name: z.string(), statusAsOf: z.string().nullable() }),
});

export const verifyCardCommand = new Command('verify-card')
  .description('Verify a card offline: a picture or scan of it, or the text of its code')
  .argument('<file-or-text>', 'picture file, or the text itself')
  .option('--home <folder>', 'the kiosk, by default KIOSK_HOME or kiosk-data')
  .option('--json', 'print the result as JSON')
  .action(async (input: string, options: VerifyOptions) => {
    const picture = existsSync(input) ? await readInput(input) : null;
    const verified = await withDoor(homeOf(options.home), (door) =>
      picture
        ? door.json(Verified, 'POST', '/api/cards/verify/picture', picture)
        : door.json(Verified, 'POST', '/api/cards/verify', { text: input }),
    );
    const { number, name, statusAsOf } = verified.card;
    report({ verdict: 'valid', ...verified }, options.json, () =>
      [
        `valid: ${name}, card ${number}`,
        statusAsOf ? `status as of ${statusAsOf}` : 'status not known here yet',
      ].join('\n'),
    );
  });
