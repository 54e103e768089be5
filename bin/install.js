import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root } from './places.js';
import { run } from './run.js';

/*
 * Whether the packages stand as package-lock.json wants them is read from npm's own record of what it
 * installed, node_modules/.package-lock.json, which npm writes last. So an interrupted install, a pulled
 * lock file and a deleted node_modules are all noticed, and `npm install` by hand is not undone.
 */

/**
 * Installs the packages with `npm ci` when they are missing or not those of package-lock.json.
 * @returns {Promise<number>} exit code; 0 when all is well
 */
export async function ensureInstalled() {
  if (isInstalled(root) && existsSync(node24)) return 0;
  console.error('kiosk: installing packages with npm ci (about a minute the first time)');
  const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0)
    console.error('kiosk: npm ci failed; its own words are above. Is the npm registry reachable?');
  return code;
}

/**
 * @param {string} folder holds package-lock.json and node_modules
 * @returns {boolean} whether every package of the lock file is installed in its version
 */
export function isInstalled(folder) {
  const recordFile = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(recordFile)) return false;
  const wanted = packagesIn(join(folder, 'package-lock.json'));
  const installed = packagesIn(recordFile);
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const found = installed[path];
    // Optional packages are those of other platforms; '' is this package itself.
    return path === '' || (found ? found.version === version : optional || devOptional);
  });
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Runs npm: the one that started us, else the one on the PATH. Its output goes to stderr, so that the output
 * of a kiosk command stays its own.
 * @param {string[]} args
 */
function npm(args) {
  const { npm_execpath: own, npm_node_execpath: node = process.execPath } = process.env;
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 2, 2];
  if (own?.endsWith('npm-cli.js')) return run(node, [own, ...args], { cwd: root, stdio });
  return run('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' });
}
