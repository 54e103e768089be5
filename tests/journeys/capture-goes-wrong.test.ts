import { expect } from 'vitest';
import { z } from 'zod';
import { demoPeople, photograph } from '#demo/index.ts';
import { signIn } from '../../cli/session.ts';
import { emptyRoom, together } from '../support/fake-camera.ts';
import { journeys } from '../support/journey.ts';
import type { Stage } from '../support/stage.ts';
import {
  button,
  detailsAndPhoto,
  fillDetails,
  leave,
  next,
  onScreen,
  openKiosk,
  startEnrolment,
} from '../support/steps.ts';

const [sunita, , , lakshmi, , , meena] = demoPeople;

const journey = journeys(async ({ page }) => openKiosk(page));

journey('with nobody before the camera it says so, and a photo taken by hand is refused', async (stage) => {
  await stage.show(await emptyRoom());
  await toTheFace(stage);
  await stage.page.getByText('Look into the camera').waitFor();
  await button(stage.page, 'Take the photo now').click();
  await stage.page.getByText('No face was seen in the picture.').waitFor();
  await nothingKept(stage);
});

journey(
  'with two people before the camera it asks for one, and a photo taken by hand is refused',
  async (stage) => {
    await stage.show(await together(lakshmi, meena));
    await toTheFace(stage);
    await stage.page.getByText('Only one person, please').waitFor();
    await button(stage.page, 'Take the photo now').click();
    await stage.page.getByText('More than one face was seen in the picture.').waitFor();
    await nothingKept(stage);
  },
);

journey(
  'the scanner is pulled out during a capture, plugged in again, and the capture works',
  async (stage) => {
    const { page, kiosk, show } = stage;
    const { bystander, sensor } = kiosk.world;
    await show(await photograph(sunita));
    await startEnrolment(page);
    await detailsAndPhoto(page, sunita);

    bystander.keepHandsOff(true);
    await button(page, 'Start the scanner').click();
    await page.getByText('Place the finger on the scanner').waitFor();
    sensor.unplug();
    await page.getByText('The fingerprint scanner has stopped answering.').waitFor();
    await page.getByText('Check its cable, unplug it and plug it in again').waitFor();
    await page.getByText('No finger scanner is connected.').waitFor();

    await sensor.replug();
    bystander.keepHandsOff(false);
    await page.getByText('No finger scanner is connected.').waitFor({ state: 'detached' });
    await button(page, 'Start the scanner').click();
    await onScreen(page, 'finish');
  },
);

async function toTheFace({ page }: Stage): Promise<void> {
  await startEnrolment(page);
  await fillDetails(page, sunita);
  await next(page);
  await onScreen(page, 'face');
}

/** The draft has no photo; it is thrown away. */
async function nothingKept({ page, kiosk }: Stage): Promise<void> {
  const Drafts = z.object({ drafts: z.array(z.object({ face: z.null() })).length(1) });
  const door = await signIn(kiosk.appliance);
  await expect(door.json(Drafts, 'GET', '/api/enrolments')).resolves.toBeDefined();
  await leave(page);
  await button(page, 'Delete').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Nothing is waiting to be finished.').waitFor();
}
