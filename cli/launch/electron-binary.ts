import { execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/*
 * Electron's npm package carries no program; its install.js fetches one (about 110 MB) from GitHub or
 * ELECTRON_MIRROR. A start must not hang on that: the fetch is tried only where the host has an address, for
 * a bounded time, and a failure is remembered for a day.
 */

const fetchLimitMs = 20_000;
const lookupLimitMs = 2_000;
const rememberedMs = 24 * 3_600_000;
const byHand = '`npx install-electron` fetches it';

export type ElectronBinary =
  | { readonly outcome: 'present'; readonly path: string }
  | { readonly outcome: 'absent'; readonly why: string };

/** Finds Electron's program inside its npm package; undefined before it was fetched. */
export function findElectron(packageFolder: string): string | undefined {
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const path = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? path : undefined;
}

/**
 * Finds Electron's program, or fetches it within 20 seconds.
 * @param packageFolder node_modules/electron
 * @param note told when a fetch begins
 */
export async function obtainElectron(
  packageFolder: string,
  note: (line: string) => void,
): Promise<ElectronBinary> {
  const path = findElectron(packageFolder);
  if (path) return { outcome: 'present', path };
  const install = join(packageFolder, 'install.js');
  if (!existsSync(install)) return { outcome: 'absent', why: 'Electron is not installed' };
  if (process.env['CI'] === 'true') return { outcome: 'absent', why: 'Electron is not fetched in CI' };
  const stamp = join(packageFolder, '.fetch-failed');
  if (isRecent(stamp)) return { outcome: 'absent', why: `Electron could not be fetched lately; ${byHand}` };

  const failure = (await cannotReach(downloadHost())) ?? (await fetchFailure(install, note));
  const fetched = findElectron(packageFolder);
  if (!failure && fetched) return { outcome: 'present', path: fetched };
  writeFileSync(stamp, '');
  return { outcome: 'absent', why: failure ?? `Electron could not be fetched; ${byHand}` };
}

function isRecent(file: string): boolean {
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Date.now() - written < rememberedMs;
}

function downloadHost(): string {
  return new URL(process.env['ELECTRON_MIRROR'] ?? 'https://github.com').hostname;
}

async function cannotReach(host: string): Promise<string | undefined> {
  const tooLate = new Promise<never>((_, reject) =>
    setTimeout(reject, lookupLimitMs, new Error('late')).unref(),
  );
  try {
    await Promise.race([lookup(host), tooLate]);
    return undefined;
  } catch {
    return `Electron is not fetched yet and ${host} cannot be reached`;
  }
}

async function fetchFailure(install: string, note: (line: string) => void): Promise<string | undefined> {
  note('fetching Electron (about 110 MB, 20 seconds at most)');
  try {
    await promisify(execFile)(process.execPath, [install], { timeout: fetchLimitMs });
    return undefined;
  } catch {
    return `Electron could not be fetched in ${fetchLimitMs / 1000} seconds; ${byHand}`;
  }
}
