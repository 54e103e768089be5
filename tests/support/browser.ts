import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../cli/launch/find-chromium.ts';

/** Why browser tests cannot run here, or nothing. */
export const noBrowser = findChromium() ? '' : ' (skipped: no Chromium here)';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
];

export interface Screen {
  readonly width: number;
  readonly height: number;
}

export interface OpenBrowser {
  readonly page: Page;
  /** What the page complained of: errors and refused content. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A real Chromium on a served kiosk; with a film its camera plays it, without one it has no camera. */
export async function openBrowser(
  launchUrl: string,
  home: string,
  { film, screen = { width: 1280, height: 800 } }: { film?: string; screen?: Screen } = {},
): Promise<OpenBrowser> {
  const camera = film
    ? ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`]
    : [];
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const context: BrowserContext = await chromium.launchPersistentContext(join(home, 'browser'), {
    executablePath: findChromium() ?? '',
    args: [...quiet, ...camera, ...sandbox],
    viewport: screen,
    permissions: ['camera'],
  });
  context.setDefaultTimeout(15_000);
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(launchUrl);
  return { page, complaints, close: () => context.close() };
}
