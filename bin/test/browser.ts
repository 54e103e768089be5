import { spawnSync } from 'node:child_process';
import { findChromium } from '../../cli/launch/find-chromium.ts';
import { root } from '../places.js';
import { installDebianPackages } from './debian.ts';

const downloadLimitMs = 180_000;

/**
 * Finds a Chromium for the browser tests, or gets one: from Debian where that needs no asking, else by
 * Playwright's own download.
 */
export function prepareBrowser(): { readonly path: string } | 'missing' {
  const path = findChromium() ?? fromDebian() ?? fromPlaywright();
  if (!path) return 'missing';
  console.log(`Browser tests use ${path}`);
  return { path };
}

function fromDebian(): string | undefined {
  return installDebianPackages(['chromium']) ? findChromium() : undefined;
}

function fromPlaywright(): string | undefined {
  console.log('Fetching Chromium with playwright-core install chromium');
  const args = ['node_modules/playwright-core/cli.js', 'install', 'chromium'];
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', timeout: downloadLimitMs });
  return findChromium();
}
