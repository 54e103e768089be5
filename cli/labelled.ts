import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePhoto, decodePrint, isRefused, refuse } from '#core/index.ts';
import type { LabelledPhoto } from '#models/face/index.ts';
import type { LabelledPrint } from '#models/fingerprint/index.ts';
import { refusedBy } from './session.ts';

/*
 * Folders of labelled pictures, as research sets come. Pictures that cannot be decoded are left out. Refused: a
 * folder that cannot be read (not-found), and one without two pictures of somebody and somebody else
 * (invalid-request), because nothing can be compared in it.
 */

/** Prints `<finger>_<impression>.png`; the finger is all before the last underscore. */
export async function readPrints(folder: string, dpi: number): Promise<LabelledPrint[]> {
  const files = (await listing(folder)).filter(({ name }) => name.endsWith('.png'));
  const prints = files.map(async ({ name, parentPath }) => {
    const at = name.lastIndexOf('_');
    const image = await decodePrint(await readFile(join(parentPath, name)), dpi);
    if (isRefused(image)) return [];
    return [{ finger: name.slice(0, at), impression: name.slice(at + 1, -'.png'.length), image }];
  });
  const found = (await Promise.all(prints)).flat();
  refuseUnlessComparable(
    folder,
    found.map(({ finger }) => finger),
  );
  return found;
}

/** Photos in one folder a person, or `<person>_<n>.jpg` in one folder for all. */
export async function readPhotos(folder: string): Promise<LabelledPhoto[]> {
  const files = (await listing(folder)).filter(({ name }) => /\.(jpe?g|png|webp)$/i.test(name));
  const photos: LabelledPhoto[] = [];
  for (const { name, parentPath } of files) {
    const image = await decodePhoto(await readFile(join(parentPath, name)));
    const person = parentPath === folder ? name.slice(0, name.lastIndexOf('_')) : parentPath;
    if (!isRefused(image)) photos.push({ person, name, image });
  }
  refuseUnlessComparable(
    folder,
    photos.map(({ person }) => person),
  );
  return photos;
}

async function listing(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).sort((a, b) => a.name.localeCompare(b.name));
  } catch {
    throw refusedBy(refuse('not-found', [folder]));
  }
}

function refuseUnlessComparable(folder: string, labels: readonly string[]): void {
  const identities = new Set(labels).size;
  if (identities < 2 || identities === labels.length) throw refusedBy(refuse('invalid-request', [folder]));
}
