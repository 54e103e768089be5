import { openChromium } from './chromium-window.ts';
import { findChromium } from './find-chromium.ts';
import { hasDisplay, sandboxFlags } from './machine.ts';
import type { OpenWindow } from './window.ts';

export interface WindowOptions {
  /** From the browser shell; works once. */
  readonly launchUrl: string;
  /** The site's folder; the browser's profile stands in it while the window is open. */
  readonly home: string;
  /** Takes one line for the person at the terminal. */
  note(line: string): void;
}

/** Opens a Chromium window on a served kiosk; where that cannot be, tells the address and waits for `close()`. */
export function openWindow({ launchUrl, home, note }: WindowOptions): OpenWindow {
  const chromium = process.env['KIOSK_SHELL'] === 'address' || !hasDisplay() ? undefined : findChromium();
  if (chromium) {
    if (sandboxFlags().length > 0) note("running as root: the browser's own sandbox is off");
    return openChromium(chromium, launchUrl, home);
  }
  note(`open this address in a browser on this machine (it works once, for 15 minutes): ${launchUrl}`);
  const { promise, resolve } = Promise.withResolvers<void>();
  return { closed: promise, close: resolve };
}
