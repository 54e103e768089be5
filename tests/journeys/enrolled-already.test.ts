import { expect } from 'vitest';
import { demoPeople, photograph, secondLook } from '#demo/index.ts';
import { journeys } from '../support/journey.ts';
import {
  button,
  detailsAndPhoto,
  onScreen,
  openKiosk,
  startEnrolment,
  takeFingers,
} from '../support/steps.ts';

const [sunita] = demoPeople;
const kavita = { person: { ...sunita.person, name: 'Kavita Rani', nativeName: undefined } };
let number: string;

const journey = journeys(async ({ page, show, enrolled, kiosk }) => {
  number = (await enrolled(0)).number;
  await show(await photograph(sunita, secondLook));
  kiosk.world.bystander.standThere(0);
  await openKiosk(page);
});

journey('a person enrolled already comes under another name and can only be updated', async ({ page }) => {
  await startEnrolment(page);
  await detailsAndPhoto(page, kavita);
  await takeFingers(page);

  await onScreen(page, 'review');
  await page.getByRole('heading', { name: 'This person is enrolled already' }).waitFor();
  await page.getByText('Sunita Devi').waitFor();
  await page.getByText('A fingerprint matches').waitFor();
  expect(await page.getByText('No, a different person').count()).toBe(0);

  await button(page, 'Yes, the same person').click();
  await page.getByRole('heading', { name: 'Record brought up to date' }).waitFor();
  await button(page, 'Finish without checking').click();

  await onScreen(page, 'home');
  await page.getByLabel('Card number, phone, name or card scan').fill('Kavita');
  await button(page, 'Find').click();
  await page.getByText('1 person found').first().waitFor();
  const found = await page.getByRole('list', { name: '1 person found' }).innerText();
  expect(found.replace(/\D/g, '')).toContain(number);
});
