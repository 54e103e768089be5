import { expect } from 'vitest';
import { demoPeople, demoSite, photograph } from '#demo/index.ts';
import { journeys } from '../support/journey.ts';
import { button, onScreen, openKiosk } from '../support/steps.ts';
import { words } from '../support/words.ts';

const { liveness, common, fingers, home } = words.en;

const journey = journeys(
  async ({ page, show, enrolled }) => {
    await enrolled(0);
    await show(await photograph(demoPeople[0]));
    await openKiosk(page);
  },
  async () => ({ ...demoSite, policies: { ...demoSite.policies, liveness: true } }),
);

journey('cannot move as asked: it is told so, may try again, and nobody is shown', async ({ page }) => {
  await button(page, home.byFace).click();
  const asked = ['blink', 'turn-left', 'turn-right'] as const;
  await page.getByText(new RegExp(asked.map((movement) => liveness.prompt[movement]).join('|'))).waitFor();
  await page.getByText(liveness.failed).waitFor();
  expect(await page.getByText('Sunita Devi').count()).toBe(0);

  await button(page, common.tryAgain).click();
  await page.getByText(liveness.prompt['look-here']).waitFor();
});

journey('the finger is a way out', async ({ page, kiosk }) => {
  kiosk.world.bystander.standThere(0);
  await button(page, common.back).click();
  await onScreen(page, 'home');
  await button(page, home.byFinger).click();
  await button(page, fingers.capture).click();
  await onScreen(page, 'person');
  await page.getByText('Sunita Devi').waitFor();
});
