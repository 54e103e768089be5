import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { findElectron } from '../../cli/launch/electron-binary.ts';
import { hasDisplay, sandboxFlags } from '../../cli/launch/machine.ts';

const program = findElectron('node_modules/electron');
const missing = program ? (hasDisplay() ? '' : 'no display') : "Electron's program is not here";
const name = missing ? ` (skipped: ${missing})` : '';

test.skipIf(missing)(`the demo site opens in a locked-down Electron window${name}`, async () => {
  const home = mkdtempSync(join(tmpdir(), 'kiosk-electron-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const app = await _electron.launch({
    executablePath: program ?? '',
    args: [...sandboxFlags(), 'electron/main.ts', `--home=${home}`],
  });
  onTestFinished(() => app.close());
  const page = await app.firstWindow();
  await page.waitForURL('kiosk://app/**');
  const seen = await page.evaluate(() => ({
    node: 'process' in globalThis || 'require' in globalThis,
    secure: isSecureContext,
    secondWindow: open('https://elsewhere.example/') !== null,
  }));
  expect(seen).toEqual({ node: false, secure: true, secondWindow: false });
});
