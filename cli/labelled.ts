import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePhoto, decodePrint, isRefused, refuse } from '#core/index.ts';
import type { LabelledPhoto } from '#models/face/index.ts';
import type { LabelledPrint } from '#models/fingerprint/index.ts';
import { refusedBy } from './session.ts';

/*
 * Folders of labelled pictures, as research sets come. Pictures that cannot be decoded are left out and counted.
 * Refused: a folder that cannot be read (not-found), and one without two pictures of somebody and somebody else
 * (invalid-request), because nothing can be compared in it.
 */

/** The prints of one folder, found but not yet read. */
export interface PrintFolder {
  readonly folder: string;
  readonly files: readonly PrintFile[];
}

interface PrintFile {
  readonly path: string;
  readonly finger: string;
  readonly impression: string;
}

const printName = /^(?<finger>.+)_(?<impression>[^_]+)\.png$/i;

/** Finds `<finger>_<impression>.png`; the finger is all before the last underscore, and other names are ignored. */
export async function findPrints(folder: string): Promise<PrintFolder> {
  const files = (await listing(folder)).flatMap(({ name, parentPath }) => {
    const { finger, impression } = printName.exec(name)?.groups ?? {};
    return finger && impression ? [{ path: join(parentPath, name), finger, impression }] : [];
  });
  refuseUnlessComparable(
    folder,
    files.map(({ finger }) => finger),
  );
  return { folder, files };
}

export interface ReadPrints {
  readonly prints: readonly LabelledPrint[];
  /** Files that are no picture, or too large a one. */
  readonly unreadable: number;
}

/** Reads and decodes the prints of a folder. */
export async function readPrints({ folder, files }: PrintFolder, dpi: number): Promise<ReadPrints> {
  const decoded = await Promise.all(
    files.map(async ({ path, finger, impression }) => {
      const image = await decodePrint(await readFile(path), dpi);
      return isRefused(image) ? [] : [{ finger, impression, image }];
    }),
  );
  const prints = decoded.flat();
  refuseUnlessComparable(
    folder,
    prints.map(({ finger }) => finger),
  );
  return { prints, unreadable: files.length - prints.length };
}

export interface ReadPhotos {
  readonly photos: readonly LabelledPhoto[];
  readonly unreadable: number;
}

/** Photos in one folder a person, or `<person>_<n>.jpg` in one folder for all. */
export async function readPhotos(folder: string): Promise<ReadPhotos> {
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
  return { photos, unreadable: files.length - photos.length };
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
