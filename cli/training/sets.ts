import { resolve } from 'node:path';
import { refuse } from '#core/index.ts';
import type { GreyImage } from '#models/fingerprint/index.ts';
import { openProgress } from '../evaluation/progress.ts';
import { resolutionsOf } from '../evaluation/resolutions.ts';
import { shortNames } from '../evaluation/short-names.ts';
import { findPrints, readPrints } from '../labelled.ts';
import { refusedBy } from '../session.ts';

/* The labelled folders that an engine learns from, read one after the other: of each print stays only what is seen. */

export interface SetOptions {
  readonly dpi: string;
  readonly families?: string;
  readonly json?: boolean;
}

export interface LabelledSet<Seen> {
  readonly name: string;
  readonly family: string;
  readonly prints: readonly (Seen & { readonly finger: string })[];
}

/** @param see what learning needs of a print, or null where it holds nothing. */
export async function readSets<Seen extends object>(
  folders: readonly string[],
  { dpi, families, json }: SetOptions,
  see: (image: GreyImage) => Seen | null,
): Promise<LabelledSet<Seen>[]> {
  const resolutions = resolutionsOf(dpi, folders.length);
  const familyOf = familiesOf(families, folders);
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

/** The family of each folder. Throws CommandRefused when their number does not fit, or there is but one. */
function familiesOf(given: string | undefined, folders: readonly string[]): readonly string[] {
  const names = given?.split(',') ?? folders;
  if (names.length !== folders.length || new Set(names).size < 2)
    throw refusedBy(refuse('invalid-request', ['--families']));
  return names;
}
