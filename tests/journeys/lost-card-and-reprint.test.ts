import { expect } from 'vitest';
import type { Enrolled } from '../../cli/demo/enrolling.ts';
import { journeys } from '../support/journey.ts';
import { tabTo } from '../support/keyboard.ts';
import { codeOfPrintedCard } from '../support/printed-card.ts';
import type { Stage } from '../support/stage.ts';
import { button, onScreen, openKiosk } from '../support/steps.ts';

let sunita: Enrolled;
const findBox = 'Card number, phone, name or card scan';

const journey = journeys(async ({ page, enrolled }) => {
  sunita = await enrolled(0);
  await openKiosk(page);
});

async function openSunita({ page }: Stage): Promise<void> {
  await page.getByLabel(findBox).fill('Sunita');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sunita Devi' }).click();
  await onScreen(page, 'person');
}

async function checkPrinted({ page, kiosk }: Stage): Promise<void> {
  await page.getByText('Printed. Now check it.').waitFor();
  await page.getByLabel('Scan of the printed card').fill(await codeOfPrintedCard(kiosk.home));
  await page.keyboard.press('Enter');
  await page.getByText('The card is checked and valid').waitFor();
}

journey('a worn card is printed again for a reason, by the keyboard alone, and checked', async (stage) => {
  const { page } = stage;
  await openSunita(stage);
  await tabTo(page, 'Print again');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('Why is the card printed again?').first().waitFor();
  expect(await dialog.getByRole('button', { name: 'Print again' }).isDisabled()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await checkPrinted(stage);
});

journey('the first scan of the old card does not pass for the new one', async (stage) => {
  const { page } = stage;
  await button(page, 'Next person').click();
  await button(page, 'Send now').click();
  await page.getByText('Sent. 1 accepted').waitFor();
  await openSunita(stage);
  await page.getByText('The printed card is not the newest').waitFor();
  await button(page, 'Print the card').click();
  await page.getByText('Printed. Now check it.').waitFor();
  await page.getByLabel('Scan of the printed card').fill(sunita.qr);
  await page.keyboard.press('Enter');
  await page.getByText('This is an older card of this person.').waitFor();
  await checkPrinted(stage);
});

journey('a lost card is cancelled at once, and the person leaves with a new one', async (stage) => {
  const { page, complaints } = stage;
  await button(page, 'Card lost or stolen').click();
  await page.getByText('It is lost').click();
  await button(page, 'Block it and make a new card').click();
  await page.getByText('A new card was made').waitFor();
  await button(page, 'Print the card').click();
  await checkPrinted(stage);
  await button(page, 'Next person').click();

  await page.getByLabel(findBox).fill(sunita.qr);
  await page.keyboard.press('Enter');
  await page.getByText('This card has been cancelled.').waitFor();
  await page.getByText('Blocked cards known as of').waitFor();
  expect(complaints.filter((text) => !text.includes('422') && !text.includes('409'))).toEqual([]);
});
