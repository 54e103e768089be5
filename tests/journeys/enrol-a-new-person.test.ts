import { expect } from 'vitest';
import { demoPeople, photograph } from '#demo/index.ts';
import { journeys } from '../support/journey.ts';
import { codeOfPrintedCard } from '../support/printed-card.ts';
import {
  button,
  detailsAndPhoto,
  onScreen,
  openKiosk,
  startEnrolment,
  takeFingers,
} from '../support/steps.ts';

const [sunita] = demoPeople;

const journey = journeys(async ({ page, show }) => {
  await show(await photograph(sunita));
  await openKiosk(page);
});

journey('a clerk enrols a new person, from consent to the card in the hand', async (stage) => {
  const { page, kiosk, complaints } = stage;
  await startEnrolment(page);
  await detailsAndPhoto(page, sunita);
  await takeFingers(page);

  await onScreen(page, 'finish');
  await button(page, 'Print the card').click();
  await page.getByText('Printed. Now check it.').waitFor();
  await page.getByLabel('Scan of the printed card').fill(await codeOfPrintedCard(kiosk.home));
  await button(page, 'Check').click();
  await page.getByText('The card is checked and valid').waitFor();
  expect(complaints).toEqual([]);
});
