import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { findElectron, obtainElectron } from './electron-binary.ts';

/** A host that has an address without asking anybody. */
const reachable = 'http://127.0.0.1';
const unreachable = 'http://electron.invalid';
const fetches = `const fs = require('node:fs'); const path = require('node:path');
  fs.mkdirSync(path.join(__dirname, 'dist'));
  fs.writeFileSync(path.join(__dirname, 'dist/electron'), '');
  fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`;
const twoDaysMs = 48 * 3_600_000;

beforeEach(() => {
  vi.stubEnv('CI', '');
  vi.stubEnv('ELECTRON_MIRROR', reachable);
  return () => vi.unstubAllEnvs();
});

test('an Electron that is there is used without a word', async () => {
  const folder = electronPackage(fetches);
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/electron'), '');
  writeFileSync(join(folder, 'path.txt'), 'electron');
  const { notes, binary } = await obtain(folder);
  expect(binary).toEqual({ outcome: 'present', path: join(folder, 'dist/electron') });
  expect(notes).toEqual([]);
});

test('one that is missing is fetched, and said to be', async () => {
  const folder = electronPackage(fetches);
  const { notes, binary } = await obtain(folder);
  expect(binary).toEqual({ outcome: 'present', path: findElectron(folder) });
  expect(notes).toHaveLength(1);
});

test('a failed fetch is remembered, so that the next start does not wait again', async () => {
  const folder = electronPackage('process.exit(1)');
  expect((await obtain(folder)).notes).toHaveLength(1);
  const { notes, binary } = await obtain(folder);
  expect(binary).toMatchObject({ outcome: 'absent', why: expect.stringContaining('lately') });
  expect(notes).toEqual([]);
});

test('after a day it is tried again', async () => {
  const folder = electronPackage(fetches);
  const stamp = join(folder, '.fetch-failed');
  writeFileSync(stamp, '');
  const longAgo = (Date.now() - twoDaysMs) / 1000;
  utimesSync(stamp, longAgo, longAgo);
  expect((await obtain(folder)).binary.outcome).toBe('present');
});

test('offline nothing is tried', async () => {
  vi.stubEnv('ELECTRON_MIRROR', unreachable);
  const { notes, binary } = await obtain(electronPackage(fetches));
  expect(binary).toMatchObject({ outcome: 'absent', why: expect.stringContaining('cannot be reached') });
  expect(notes).toEqual([]);
});

test('continuous integration does not fetch', async () => {
  vi.stubEnv('CI', 'true');
  expect((await obtain(electronPackage(fetches))).binary).toMatchObject({ outcome: 'absent' });
});

function electronPackage(install: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-electron-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'install.js'), install);
  return folder;
}

async function obtain(folder: string) {
  const notes: string[] = [];
  const binary = await obtainElectron(folder, (line) => notes.push(line));
  return { notes, binary };
}
