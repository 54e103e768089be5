import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Site } from '#core/index.ts';
import { type Enrolled, enrolPerson } from '../../cli/demo/enrolling.ts';
import { signIn } from '../../cli/session.ts';
import { openBrowser } from './browser.ts';
import { type DemoKiosk, openDemoKiosk } from './demo-kiosk.ts';
import { emptyRoom, putFilm } from './fake-camera.ts';

/** A demo kiosk and a browser with a camera on it: what a journey is played on. */
export interface Stage {
  readonly kiosk: DemoKiosk;
  /** The window now open. */
  readonly page: Page;
  /** What the pages complained of: errors and refused content. */
  readonly complaints: readonly string[];
  /** Puts a frame before the camera; whoever opens the camera after that sees it. */
  show(frame: Uint8Array): Promise<void>;
  /** Enrols a demo person through the door, as another clerk did before, and prints and checks the card. */
  enrolled(person: number): Promise<Enrolled>;
  /** Closes the window and opens a new one, as after a crash of the browser. */
  reopenWindow(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a stage with an empty room before its camera. */
export async function openStage(site?: Site): Promise<Stage> {
  const kiosk = await openDemoKiosk(site);
  const film = join(kiosk.home, 'camera.mjpeg');
  await putFilm(film, await emptyRoom());
  const browser = await openBrowser(kiosk.served.launchUrl, kiosk.home, { film });
  let { page } = browser;
  return {
    kiosk,
    get page() {
      return page;
    },
    complaints: browser.complaints,
    show: (frame) => putFilm(film, frame),
    async enrolled(person) {
      kiosk.world.bystander.standThere(person);
      return enrolPerson(await signIn(kiosk.appliance), person, kiosk.home);
    },
    async reopenWindow() {
      const opened = await page.context().newPage();
      await page.close();
      page = opened;
      await page.goto(kiosk.served.origin);
    },
    async close() {
      await browser.close();
      await kiosk.close();
    },
  };
}
