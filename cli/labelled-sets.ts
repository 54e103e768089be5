import { resolve } from 'node:path';
import type { Command } from 'commander';
import { refuse } from '#core/index.ts';
import type { GreyImage } from '#models/fingerprint/index.ts';
import { openProgress } from './evaluation/progress.ts';
import { resolutionsOf } from './evaluation/resolutions.ts';
import { shortNames } from './evaluation/short-names.ts';
import { findPrints, readPrints } from './labelled.ts';
import { refusedBy } from './session.ts';

/* Labelled folders of which some show the same fingers, read one after the other: of each print stays only what is seen. */

export interface SetOptions {
  readonly dpi: string;
  readonly families?: string;
  readonly json?: boolean;
}

/** Asks for the folders, and what of them `readSets` must know. */
export function asksForSets(command: Command): Command {
  return command
    .argument('<folders...>', 'sets of <finger>_<impression>.png')
    .option('--dpi <n>', 'resolution of the prints; for folders that differ one each, as in 500,512', '500')
    .option(
      '--families <names>',
      'a name for each folder, the same for folders that show the same fingers, as in a,a,b',
    )
    .option('--json', 'print the result as JSON');
}

export interface LabelledSet<Seen> {
  readonly name: string;
  readonly family: string;
  readonly prints: readonly (Seen & { readonly finger: string })[];
}

/**
 * @param see what is needed of a print, or null where it holds nothing.
 * @param least families that there must be; CommandRefused when there are fewer.
 */
export async function readSets<Seen extends object>(
  folders: readonly string[],
  { dpi, families, json }: SetOptions,
  see: (image: GreyImage) => Seen | null,
  least = 1,
): Promise<LabelledSet<Seen>[]> {
  const resolutions = resolutionsOf(dpi, folders.length);
  const familyOf = familiesOf(families, folders, least);
  const found = await Promise.all(folders.map((folder) => findPrints(resolve(folder))));
  const names = shortNames(folders);
  const progress = openProgress(folders, json);
  const sets: LabelledSet<Seen>[] = [];
  for (const [at, folder] of found.entries()) {
    const { prints } = await readPrints(folder, resolutions[at]);
    const seen = prints.flatMap(({ finger, image }, done) => {
      progress.show(at, (done + 1) / prints.length);
      const kept = see(image);
      return kept ? [{ finger, ...kept }] : [];
    });
    sets.push({ name: names[at], family: familyOf[at], prints: seen });
  }
  progress.stop();
  return sets;
}

function familiesOf(given: string | undefined, folders: readonly string[], least: number): readonly string[] {
  const names = given?.split(',') ?? folders;
  if (names.length !== folders.length || new Set(names).size < least)
    throw refusedBy(refuse('invalid-request', ['--families']));
  return names;
}
