import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePhoto, decodePrint, isRefused } from '#core/index.ts';
import type { LabelledPhoto } from '#models/face/index.ts';
import type { LabelledPrint } from '#models/fingerprint/index.ts';

/* Folders of labelled pictures, as research sets come. */

/** Prints `<finger>_<impression>.png`; the finger is all before the last underscore. */
export async function readPrints(folder: string, dpi: number): Promise<LabelledPrint[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
  const prints = names.map(async (name) => {
    const at = name.lastIndexOf('_');
    const image = await decodePrint(await readFile(join(folder, name)), dpi);
    if (isRefused(image)) return [];
    return [{ finger: name.slice(0, at), impression: name.slice(at + 1, -'.png'.length), image }];
  });
  return (await Promise.all(prints)).flat();
}

/** Photos in one folder a person, or `<person>_<n>.jpg` in one folder for all. */
export async function readPhotos(folder: string): Promise<LabelledPhoto[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(jpe?g|png|webp)$/i.test(entry.name));
  const photos: LabelledPhoto[] = [];
  for (const { name, parentPath } of files.sort((a, b) => a.name.localeCompare(b.name))) {
    const image = await decodePhoto(await readFile(join(parentPath, name)));
    const person = parentPath === folder ? name.slice(0, name.lastIndexOf('_')) : parentPath;
    if (!isRefused(image)) photos.push({ person, name, image });
  }
  return photos;
}
