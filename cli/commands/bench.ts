import { Command } from 'commander';
import { type Figure, reportFigures } from '../bench/figure.ts';
import { fingerprintFigures } from '../bench/fingerprint.ts';
import { galleryFigures } from '../bench/gallery.ts';

/* `kiosk bench`: what the engines cost, one subcommand each; without any, all of them. */

const fingerprint = benchOf('fingerprint', 'Extraction and comparison', fingerprintFigures);
const gallery = benchOf('gallery', 'One-to-many search over vectors', galleryFigures);

export const benchCommand = benchOf(
  'bench',
  'Time the engines as ratios to a reference workload in the same run',
  async () => [...(await fingerprintFigures()), ...(await galleryFigures())],
)
  .addCommand(fingerprint)
  .addCommand(gallery);

function benchOf(name: string, description: string, run: () => Figure[] | Promise<Figure[]>): Command {
  return new Command(name)
    .description(description)
    .option('--json', 'print the result as JSON')
    .action(async (_options: object, command: Command) => {
      // With globals, for `kiosk bench` takes the options of its subcommands too.
      const { json } = command.optsWithGlobals<{ readonly json?: boolean }>();
      reportFigures(await run(), json);
    });
}
