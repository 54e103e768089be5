import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findChromium, type Machine } from './find-chromium.ts';

test('the one that CHROMIUM names comes first, and `none` means none', () => {
  const exists = () => true;
  expect(findChromium(machine({ env: { CHROMIUM: '/opt/mine', PATH: '/usr/bin' }, exists }))).toBe(
    '/opt/mine',
  );
  expect(findChromium(machine({ env: { CHROMIUM: 'none', PATH: '/usr/bin' }, exists }))).toBeUndefined();
});

test('a CHROMIUM that is not there falls back to the PATH', () => {
  const env = { CHROMIUM: '/opt/gone', PATH: '/usr/bin' };
  expect(findChromium(machine({ env, installed: ['/usr/bin/google-chrome'] }))).toBe(
    '/usr/bin/google-chrome',
  );
});

test('Chrome on a Mac and Edge on Windows are found where they usually are', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findChromium(machine({ platform: 'darwin', installed: [mac] }))).toBe(mac);
  const env = { 'PROGRAMFILES(X86)': '/c/x86' };
  const edge = '/c/x86/Microsoft/Edge/Application/msedge.exe';
  expect(findChromium(machine({ platform: 'win32', env, installed: [edge] }))).toBe(edge);
});

test('a browser that Playwright fetched is found', () => {
  const cache = mkdtempSync(join(tmpdir(), 'kiosk-playwright-'));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  const program = join(cache, 'chromium-1234/chrome-linux64/chrome');
  mkdirSync(join(program, '..'), { recursive: true });
  writeFileSync(program, '');
  const env = { PLAYWRIGHT_BROWSERS_PATH: cache };
  expect(findChromium(machine({ env, installed: [program] }))).toBe(program);
});

test('a machine without any says so', () => {
  expect(findChromium(machine({}))).toBeUndefined();
});

function machine(parts: Partial<Machine> & { installed?: readonly string[] }): Machine {
  const { installed = [], ...rest } = parts;
  return { platform: 'linux', env: {}, home: '/nobody', exists: (path) => installed.includes(path), ...rest };
}
