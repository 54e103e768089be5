import type { Enrolled } from '../../cli/demo/enrolling.ts';
import { forge } from '../../cli/demo/forging.ts';
import { cardHeldUp } from '../support/fake-camera.ts';
import { journeys } from '../support/journey.ts';
import { button, onScreen, openKiosk } from '../support/steps.ts';

let sunita: Enrolled;
let harpreet: Enrolled;
const findBox = 'Card number, phone, name or card scan';

const journey = journeys(async ({ page, enrolled }) => {
  sunita = await enrolled(0);
  harpreet = await enrolled(1);
  await openKiosk(page);
});

journey('a good card scanned into the find box opens the record', async ({ page }) => {
  await page.getByLabel(findBox).fill(sunita.qr);
  await page.keyboard.press('Enter');
  await onScreen(page, 'person');
  await page.getByText('Sunita Devi').waitFor();
  await button(page, 'Next person').click();
});

journey('a card of another programme scanned into the find box is named as such', async ({ page }) => {
  await page.getByLabel(findBox).fill(forge(sunita.qr, 'own key'));
  await page.keyboard.press('Enter');
  await page.getByText('This card is from another programme.').waitFor();
  await page.getByText('look for the person by name or phone number').waitFor();
});

journey('a forged card scanned into the find box is not relied on', async ({ page }) => {
  await page.getByLabel(findBox).fill(forge(sunita.qr));
  await page.keyboard.press('Enter');
  await page.getByText('This card could not be proved genuine.').waitFor();
});

journey('a card cancelled at central is refused before the camera after the next sync', async (stage) => {
  const { page, show, kiosk } = stage;
  await button(page, 'Send now').click();
  await page.getByText('Sent. 2 accepted').waitFor();
  const central = await kiosk.world.central.open();
  await central.revokeCard(harpreet.number);
  await button(page, 'Send now').click();
  await page.getByText('Sent. 0 accepted').waitFor();

  await show(await cardHeldUp(harpreet.picture));
  await button(page, 'By card, with the camera').click();
  await page.getByText('This card has been cancelled.').waitFor();
  await button(page, 'Back').click();
  await onScreen(page, 'home');

  await show(await cardHeldUp(sunita.picture));
  await button(page, 'By card, with the camera').click();
  await onScreen(page, 'person');
  await page.getByText('Sunita Devi').waitFor();
});
