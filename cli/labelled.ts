import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
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

export interface PhotoFile {
  readonly path: string;
  /** From the folder, with `/` between. */
  readonly name: string;
  readonly person: string;
}

/**
 * Finds photos. Whoever is in one is named by its sub-folder, or in the folder itself by its name up to the last
 * underscore; a name without one is a person's only photo.
 */
export async function findPhotos(folder: string): Promise<PhotoFile[]> {
  const files = (await listing(folder))
    .filter(({ name }) => /\.(jpe?g|png|webp)$/i.test(name))
    .map(({ name, parentPath }) => {
      const path = join(parentPath, name);
      const within = relative(folder, parentPath).replaceAll(sep, '/');
      const person = within || name.replace(/(_[^_]*)?\.[^.]*$/, '');
      return { path, name: within ? `${within}/${name}` : name, person };
    });
  if (files.length === 0) throw refusedBy(refuse('invalid-request', [folder]));
  return files;
}

/**
 * Reads and decodes photos one after the other.
 *
 * @param onUnreadable told of each file that is no picture, or too large a one
 */
export async function* readPhotos(
  files: readonly PhotoFile[],
  onUnreadable: () => void,
): AsyncGenerator<LabelledPhoto> {
  for (const { path, name, person } of files) {
    const image = await decodePhoto(await readFile(path));
    if (isRefused(image)) onUnreadable();
    else yield { person, name, image };
  }
}

/** Throws CommandRefused unless somebody can be compared with themselves, and with somebody else. */
export function refuseUnlessComparable(folder: string, labels: readonly string[]): void {
  const identities = new Set(labels).size;
  if (identities < 2 || identities === labels.length) throw refusedBy(refuse('invalid-request', [folder]));
}

async function listing(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).sort((a, b) => a.name.localeCompare(b.name));
  } catch {
    throw refusedBy(refuse('not-found', [folder]));
  }
}
