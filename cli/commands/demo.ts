import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { createJournal } from '../demo/journal.ts';
import { runDemo, stepCount } from '../demo/run.ts';
import { openHome, signIn } from '../session.ts';

interface DemoOptions {
  readonly out: string;
  readonly json?: boolean;
}

const wrongExit = 1;

export const demoCommand = new Command('demo')
  .description('The main job unattended: enrol, know again, refuse a duplicate, print, verify, sync')
  .option('--out <folder>', 'where the kiosk and its cards stand; emptied first', 'demo-output')
  .option('--json', 'print the result as JSON')
  .action(async ({ out, json }: DemoOptions) => {
    const folder = resolve(out);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const bar = new SingleBar({
      format: '{bar} {percentage}% {step}',
      hideCursor: true,
      stream: process.stderr,
    });
    bar.start(stepCount, 0, { step: 'opening the kiosk' });
    const journal = createJournal((step) => bar.increment(1, { step }));
    try {
      const appliance = await openHome(resolve(folder, 'kiosk'));
      try {
        await runDemo(await signIn(appliance), folder, journal);
      } finally {
        await appliance.close();
      }
    } finally {
      bar.stop();
    }
    process.stdout.write(
      json
        ? `${JSON.stringify(journal.entries)}\n`
        : `${journal.table()}\nCards (PDF and PNG): ${folder}/cards\n`,
    );
    if (journal.entries.some(({ right }) => !right)) process.exitCode = wrongExit;
  });
