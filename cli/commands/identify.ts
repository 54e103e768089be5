import { Command } from 'commander';
import { z } from 'zod';
import { refuse } from '#core/index.ts';
import { readInput } from '../files.ts';
import { report } from '../report.ts';
import { type Door, homeOf, refusedBy, withDoor } from '../session.ts';

interface IdentifyOptions {
  readonly face?: string;
  readonly finger?: string;
  readonly card?: string;
  readonly dpi: string;
  readonly home?: string;
  readonly json?: boolean;
}

const Summary = z.looseObject({ id: z.string(), name: z.string() });
const Identified = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('match'), by: z.string(), person: Summary }),
  z.object({ outcome: z.literal('candidates'), by: z.string(), people: z.array(Summary) }),
  z.object({
    outcome: z.literal('card-holder-elsewhere'),
    card: z.looseObject({ name: z.string(), number: z.string() }),
  }),
  z.object({ outcome: z.literal('nobody') }),
]);
type Identified = z.infer<typeof Identified>;

const nobodyExit = 1;

export const identifyCommand = new Command('identify')
  .description('Find a person by a photo, a print or a card (exactly one)')
  .option('--face <photo>', 'photo, JPEG or PNG')
  .option('--finger <print>', 'print, PNG')
  .option('--card <picture>', 'picture, scan or PDF of a card')
  .option('--dpi <n>', 'resolution of the print', '500')
  .option('--home <folder>', 'the kiosk, by default KIOSK_HOME or kiosk-data')
  .option('--json', 'print the result as JSON')
  .action(async (options: IdentifyOptions) => {
    const { path, file } = question(options);
    const probe = await readInput(file);
    const identified = await withDoor(homeOf(options.home), (door: Door) =>
      door.json(Identified, 'POST', path, probe),
    );
    report(identified, options.json, () => inWords(identified));
    if (identified.outcome === 'nobody') process.exitCode = nobodyExit;
  });

function question({ face, finger, card, dpi }: IdentifyOptions): { path: string; file: string } {
  const asked = [
    ...(face ? [{ path: '/api/identify/face', file: face }] : []),
    ...(finger ? [{ path: `/api/identify/finger?dpi=${dpi}`, file: finger }] : []),
    ...(card ? [{ path: '/api/identify/card/picture', file: card }] : []),
  ];
  if (asked.length !== 1) throw refusedBy(refuse('invalid-request', ['--face', '--finger', '--card']));
  return asked[0];
}

function inWords(identified: Identified): string {
  if (identified.outcome === 'match')
    return `${identified.person.name} (${identified.person.id}), by ${identified.by}`;
  if (identified.outcome === 'nobody') return 'nobody found';
  if (identified.outcome === 'card-holder-elsewhere') {
    return `a valid card of ${identified.card.name}, whose record is not on this kiosk`;
  }
  return ['perhaps, best first:', ...identified.people.map(({ id, name }) => `  ${name} (${id})`)].join('\n');
}
