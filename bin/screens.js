import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root } from './places.js';
import { run } from './run.js';

/** What the built screens are made of: the screens, and the parts of the core whose code they carry. */
const sources = ['renderer', 'core/api', 'core/refusals', 'enrolment-sync/packet', 'package-lock.json'];

/** Written beside the built screens after a good build: the hash of what they were built from. */
const stampFile = join(root, 'dist/renderer.sources');

/**
 * Builds the screens into dist/renderer when their sources changed since the last build.
 * @returns {Promise<number>} exit code; 0 when the screens are there
 */
export async function ensureScreens() {
  const hash = contentHash(root, sources);
  const builtFrom = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (builtFrom === hash && existsSync(join(root, 'dist/renderer'))) return 0;
  console.error('kiosk: building the screens');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', 'renderer/vite.config.ts', '--logLevel', 'warn'];
  const code = await run(node24, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (code === 0) writeFileSync(stampFile, hash);
  return code;
}

/**
 * One hash over the names and contents of all files in some folders; absent ones count as empty.
 * @param {string} base
 * @param {readonly string[]} paths files or folders, from the base
 * @returns {string} hexadecimal SHA-256
 */
export function contentHash(base, paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((each) => filesUnder(base, each))) {
    const content = readFileSync(join(base, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} base
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(base, path) {
  const full = join(base, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(base, join(path, name)));
}
