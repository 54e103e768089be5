import { Command } from 'commander';
import { refuse } from '#core/index.ts';
import { cardFigures } from '../bench/card.ts';
import { faceFigures } from '../bench/face.ts';
import { type Figure, reportFigures } from '../bench/figure.ts';
import { fingerprintFigures } from '../bench/fingerprint.ts';
import { galleryFigures } from '../bench/gallery.ts';
import { refusedBy } from '../session.ts';

/* `kiosk bench`: what the engines cost, one subcommand each; without any, all of them. */

interface BenchOptions {
  readonly json?: boolean;
  /** Absent where the bench has no fingers. */
  readonly fingers?: string;
  readonly large?: boolean;
}

const fingersOption = ['--fingers <n>', 'fingers in the gallery: 1,000 to 200,000', '20000'] as const;

const fingerprint = benchOf(
  'fingerprint',
  'Extraction, comparison and one-to-many search of fingerprints',
  ({ fingers }) => fingerprintFigures(countOf(fingers)),
).option(...fingersOption);
const face = benchOf('face', 'Photo to template and frame to hint, on every back end', faceFigures);
const gallery = benchOf(
  'gallery',
  'One-to-many search over vectors, beside other searches',
  galleryFigures,
).option('--large', 'also over a million vectors, which takes 3 GB and some minutes');

const card = benchOf('card', 'Cards signed and verified, drawn, and read from a camera’s frame', cardFigures);

export const benchCommand = benchOf(
  'bench',
  'Time the engines as ratios to a reference workload in the same run',
  async ({ fingers }) => [
    ...(await fingerprintFigures(countOf(fingers))),
    ...(await faceFigures()),
    ...(await galleryFigures()),
    ...(await cardFigures()),
  ],
)
  .option(...fingersOption)
  .addCommand(fingerprint)
  .addCommand(face)
  .addCommand(gallery)
  .addCommand(card);

function benchOf(
  name: string,
  description: string,
  run: (options: BenchOptions) => Promise<Figure[]>,
): Command {
  return new Command(name)
    .description(description)
    .option('--json', 'print the result as JSON')
    .action(async (_options: object, command: Command) => {
      // With globals, for `kiosk bench` takes the options of its subcommands too.
      const options = command.optsWithGlobals<BenchOptions>();
      reportFigures(await run(options), options.json);
    });
}

/** Throws CommandRefused for what is no such number. */
function countOf(given: string | undefined): number {
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1000 && count <= 200_000) return count;
  throw refusedBy(refuse('invalid-request', ['--fingers']));
}
