import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxFlags } from './machine.ts';
import type { OpenWindow } from './window.ts';

/**
 * Quiet and forgetful: no first-run pages, no calls home, nothing kept of what the screens showed. The camera
 * is granted unasked, for the profile is the kiosk's own and the window shows nothing else.
 */
const flags = [
  '--incognito',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-background-mode',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-features=Translate,AutofillServerCommunication',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--auto-accept-camera-and-microphone-capture',
];

/**
 * Opens a window without address bar or tabs in an installed Chromium, with a profile of its own in
 * `home/browser` that is removed before and afterwards.
 * @param program path of the Chromium
 */
export function openChromium(program: string, launchUrl: string, home: string): OpenWindow {
  const profile = join(home, 'browser');
  const forget = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  forget();
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const args = [`--app=${launchUrl}`, `--user-data-dir=${profile}`, ...flags, ...sandboxFlags()];
  const child = spawn(program, args, { stdio: 'ignore' });
  const closed = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  return {
    closed: closed.finally(forget),
    close: () => {
      child.kill();
    },
  };
}
