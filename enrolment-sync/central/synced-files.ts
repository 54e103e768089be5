import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/*
 * A receipt makes the kiosk delete its copy, so what central committed must be on the disk, not in a cache that a
 * power cut empties. PGlite as it comes never syncs: it starts PostgreSQL with -F, and its files have no fsync. Here
 * they get one, and PostgreSQL is told to use it for its log as well (fdatasync stays without effect in PGlite).
 */

/** PostgreSQL's parameters without -F. */
export const syncedStart = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

/** The files of a folder; a directory has no descriptor and is left to the file system's journal. */
export class SyncedFiles extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given);
    const giveSync: NonNullable<typeof emscriptenOpts.preRun>[number] = ({ FS }) => {
      FS.filesystems.NODEFS.stream_ops.fsync = ({ nfd }: { readonly nfd?: number }) => {
        if (nfd !== undefined) fsyncSync(nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), giveSync] } };
  }
}
