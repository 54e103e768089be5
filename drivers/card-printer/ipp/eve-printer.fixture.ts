import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openIppPrinter } from './printer.ts';

/** CUPS's own printer, of the Debian package cups-ipp-utils. */
const program = '/usr/sbin/ippeveprinter';
const startMs = 5000;

export interface EvePrinter {
  readonly uri: string;
  /** Where it keeps the documents it received. */
  readonly spool: string;
  /** Takes its power away. */
  kill(): void;
  close(): Promise<void>;
}

/**
 * Starts ippeveprinter as a card printer. `command` is the shell script it runs for each job; what that writes on
 * stderr as `STATE: +reason` becomes the printer's state. Gives the reason where it can't be had.
 */
export async function startEvePrinter(command: string): Promise<EvePrinter | string> {
  if (!existsSync(program)) return 'ippeveprinter is not installed';
  const spool = await mkdtemp(join(tmpdir(), 'eve-'));
  const script = join(spool, 'command');
  await writeFile(script, `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  const port = await freePort();
  const attributes = join(import.meta.dirname, 'eve.conf');
  const child = spawn(
    program,
    ['-a', attributes, '-p', `${port}`, '-d', spool, '-k', '-c', script, 'Cards'],
    {
      stdio: 'ignore',
    },
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  const close = async () => {
    child.kill();
    await ended;
    await rm(spool, { recursive: true, force: true });
  };
  const uri = `ipp://localhost:${port}/ipp/print`;
  if (await answers(uri, () => child.exitCode !== null))
    return { uri, spool, kill: () => void child.kill('SIGKILL'), close };
  await close();
  return 'ippeveprinter does not start; it wants D-Bus and Avahi running';
}

async function answers(uri: string, ended: () => boolean): Promise<boolean> {
  const printer = openIppPrinter(uri);
  for (const until = performance.now() + startMs; performance.now() < until && !ended(); await sleep(50))
    if ((await printer.status()).state === 'idle') return true;
  return false;
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) =>
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    }),
  );
}
