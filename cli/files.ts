import { readFile } from 'node:fs/promises';
import { refuse } from '#core/index.ts';
import { refusedBy } from './session.ts';

/** The bytes of a file named on the command line; a file that cannot be read is refused as not found. */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw refusedBy(refuse('not-found', [path]));
  }
}

/** The value of a JSON file named on the command line. */
export async function readJson(path: string): Promise<unknown> {
  const text = new TextDecoder().decode(await readInput(path));
  try {
    return JSON.parse(text);
  } catch {
    throw refusedBy(refuse('invalid-request', [path]));
  }
}
