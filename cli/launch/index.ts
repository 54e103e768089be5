import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseShell, shells } from './choose-shell.ts';
import { obtainElectron } from './electron-binary.ts';
import { runElectron } from './electron-shell.ts';
import { findChromium } from './find-chromium.ts';
import { hasDisplay } from './machine.ts';
import { openWindow } from './open-window.ts';

export { chooseShell } from './choose-shell.ts';
export { findChromium } from './find-chromium.ts';
export { openWindow } from './open-window.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ShellOptions {
  /** The site's folder. */
  readonly home: string;
  /** Takes one line for the person at the terminal. */
  note(line: string): void;
  /**
   * Opens the site in this process and serves it. Called only when Electron is not the shell, because
   * Electron opens the site itself and a site is open once. `closed` settles when the kiosk is closed from
   * outside, by a signal for instance.
   */
  openInBrowserShell(): Promise<{ readonly launchUrl: string; readonly closed: Promise<void> }>;
}

/**
 * Shows the kiosk in the best shell there is and stays until it is closed; the caller closes what it opened.
 * @returns exit code
 */
export async function startShell({ home, note, openInBrowserShell }: ShellOptions): Promise<number> {
  const wanted = shells.find((shell) => shell === process.env['KIOSK_SHELL']);
  const display = hasDisplay();
  const useless = wanted === 'chromium' || wanted === 'address' || !display;
  const electron = useless
    ? ({ outcome: 'absent', why: 'KIOSK_SHELL asks for it' } as const)
    : await obtainElectron(join(root, 'node_modules/electron'), note);
  const { shell, why } = chooseShell({ wanted, display, electron, chromium: findChromium() });
  note(why);
  if (shell === 'electron' && electron.outcome === 'present') {
    const code = await runElectron(electron.path, root, home);
    if (code !== 'did-not-open') return code;
    note('Electron did not open here; going on without it');
  }
  const { launchUrl, closed } = await openInBrowserShell();
  const window = openWindow({ launchUrl, home, note });
  await Promise.race([closed, window.closed]);
  window.close();
  await window.closed;
  return 0;
}
