import { basename, resolve } from 'node:path';

/** Folders by their own names, or as they were given when two have the same. */
export function shortNames(folders: readonly string[]): readonly string[] {
  const names = folders.map((folder) => basename(resolve(folder)));
  return new Set(names).size === names.length ? names : folders;
}
