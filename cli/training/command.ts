import type { Command } from 'commander';
import type { SetOptions } from './sets.ts';

export interface TrainOptions extends SetOptions {
  readonly output?: string;
}

/** What all trainings are asked alike. */
export function setCommand(command: Command): Command {
  return command
    .argument('<folders...>', 'sets of <finger>_<impression>.png')
    .option('--dpi <n>', 'resolution of the prints; for folders that differ one each, as in 500,512', '500')
    .option(
      '--families <names>',
      'a name for each folder, the same for folders that show the same fingers, as in a,a,b',
    )
    .option('--json', 'print the result as JSON');
}
