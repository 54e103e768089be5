import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isInstalled } from './install.js';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/other-platform': { version: '1.0.0', optional: true },
};

test('packages that npm recorded in the wanted versions count as installed, those of other platforms aside', () => {
  expect(isInstalled(clone({ 'node_modules/zod': { version: '4.6.7' } }))).toBe(true);
});

test('a fresh clone is not installed', () => {
  expect(isInstalled(clone())).toBe(false);
});

test('a lock file that moved on asks for an install', () => {
  expect(isInstalled(clone({ 'node_modules/zod': { version: '4.6.6' } }))).toBe(false);
  expect(isInstalled(clone({}))).toBe(false);
});

function clone(installed?: Record<string, { version: string }>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-install-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (installed) {
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  return folder;
}
