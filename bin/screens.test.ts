import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentHash } from './screens.js';

test('the screens are stale when a source is changed, renamed or added, and only then', () => {
  const base = mkdtempSync(join(tmpdir(), 'kiosk-screens-'));
  onTestFinished(() => rmSync(base, { recursive: true }));
  const hash = () => contentHash(base, ['renderer', 'package-lock.json', 'not-there']);
  mkdirSync(join(base, 'renderer/deep'), { recursive: true });
  writeFileSync(join(base, 'renderer/deep/a.ts'), 'one');

  const hashes = [hash()];
  expect(hash()).toBe(hashes[0]);
  writeFileSync(join(base, 'renderer/deep/a.ts'), 'two');
  hashes.push(hash());
  renameSync(join(base, 'renderer/deep/a.ts'), join(base, 'renderer/deep/b.ts'));
  hashes.push(hash());
  writeFileSync(join(base, 'package-lock.json'), '{}');
  hashes.push(hash());
  expect(new Set(hashes).size).toBe(hashes.length);
});
