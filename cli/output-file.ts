import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { refuse } from '#core/index.ts';
import { refusedBy } from './session.ts';

/*
 * A file that a command is asked to write. It is tried out before the work that it is to hold, and appears whole or not
 * at all: written beside its place, then renamed into it.
 */

export interface OutputFile {
  /** Replaces what was there. Throws CommandRefused: disk-full or cannot-write. */
  write(content: string | Uint8Array | Iterable<string>): Promise<void>;
}

/**
 * Throws CommandRefused when the file could not be written now.
 *
 * @param option the option that named the file, for the refusal
 */
export async function openOutput(option: string, path: string): Promise<OutputFile> {
  const target = resolve(path);
  const partial = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      throw cannotWrite(`${option} ${path}`, error);
    } finally {
      await rm(partial, { force: true });
    }
  };
  await attempt(async () => {
    const there = await stat(target).catch(() => null);
    if (there && !there.isFile()) throw new NotAFile();
    await writeFile(partial, '');
  });
  return {
    write: (content) =>
      attempt(async () => {
        await writeFile(partial, content);
        await rename(partial, target);
      }),
  };
}

class NotAFile extends Error {
  readonly code = 'not a file';
}

/** The refusal for what the file system says no to; anything else is a bug and stays one. */
function cannotWrite(file: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'ENOSPC') return refusedBy(refuse('disk-full', [file]));
  return refusedBy(refuse('cannot-write', [`${file}: ${error.code}`]));
}
