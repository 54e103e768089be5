import type { Page } from 'playwright-core';
import { demoPeople, photograph, secondLook } from '#demo/index.ts';
import { journeys } from '../support/journey.ts';
import { button, onScreen, openKiosk } from '../support/steps.ts';

const [sunita] = demoPeople;
const unknown = 3;

const journey = journeys(async ({ page, show, enrolled }) => {
  await enrolled(0);
  await enrolled(2);
  await show(await photograph(sunita, secondLook));
  await openKiosk(page);
});

journey('a finger on the scanner opens the record of its person', async ({ page, kiosk }) => {
  kiosk.world.bystander.standThere(2);
  await button(page, 'By finger').click();
  await button(page, 'Start the scanner').click();
  await sees(page, 'Shabnam Begum');
});

journey('a finger that nobody here has is said to be nobody', async ({ page, kiosk }) => {
  kiosk.world.bystander.standThere(unknown);
  await button(page, 'By finger').click();
  await button(page, 'Start the scanner').click();
  await page.getByText('Nobody was recognised').waitFor();
  await button(page, 'Back').click();
  await onScreen(page, 'home');
});

journey('a face before the camera proposes its person, and the clerk decides', async ({ page }) => {
  await button(page, 'By face').click();
  await page.getByText('A face alone is not proof.').waitFor();
  const [best] = await page
    .getByRole('list', { name: 'It may be one of these people' })
    .getByRole('button')
    .all();
  await best.click();
  await sees(page, 'Sunita Devi');
});

journey('a name in Hindi script finds its person', async ({ page }) => {
  await page.getByLabel('Card number, phone, name or card scan').fill('सुनीता');
  await button(page, 'Find').click();
  await page.getByRole('list').getByRole('button').filter({ hasText: 'सुनीता देवी' }).click();
  await sees(page, 'Sunita Devi');
});

/** The record is open; back to the home screen for the next. */
async function sees(page: Page, name: string): Promise<void> {
  await onScreen(page, 'person');
  await page.getByText(name).waitFor();
  await button(page, 'Next person').click();
  await onScreen(page, 'home');
}
