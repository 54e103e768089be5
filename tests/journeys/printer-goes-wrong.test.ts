import { afterAll } from 'vitest';
import type { Site } from '#core/index.ts';
import { demoSite } from '#demo/index.ts';
import { type IppSimulator, startIppSimulator } from '#drivers/card-printer/index.ts';
import type { Enrolled } from '../../cli/demo/enrolling.ts';
import { journeys } from '../support/journey.ts';
import { codeOf } from '../support/printed-card.ts';
import { button, onScreen, openKiosk } from '../support/steps.ts';

let printer: IppSimulator;
let sunita: Enrolled;

async function siteWithIppPrinter(): Promise<Site> {
  printer = await startIppSimulator({ cardMs: 200 });
  const { scanner } = demoSite.devices;
  return { ...demoSite, devices: { scanner, printer: { kind: 'ipp', uri: printer.uri } } };
}

afterAll(async () => printer?.close());

const journey = journeys(async ({ page, enrolled }) => {
  sunita = await enrolled(0);
  await openKiosk(page);
}, siteWithIppPrinter);

journey(
  'out of ribbon: the screen says so, and the card comes out when a new one is in',
  async ({ page }) => {
    await page.getByLabel('Card number, phone, name or card scan').fill(sunita.number);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sunita Devi' }).click();
    await onScreen(page, 'person');
    printer.stop('ribbon-empty');
    await button(page, 'Print again').click();
    await page.getByText('It came out badly').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Print again' }).click();
    await page.getByText("The printer's ink ribbon is used up.").waitFor();
    await page.getByText('The card is then printed by itself.').waitFor();
    printer.mend();
    await page.getByText('Printed. Now check it.').waitFor();
  },
);

journey('the printer vanishes with the card inside: the first screen asks, and obeys', async ({ page }) => {
  await button(page, 'Print again').click();
  await page.getByText('It came out badly').click();
  const before = printer.received.length;
  await page.getByRole('alertdialog').getByRole('button', { name: 'Print again' }).click();
  while (printer.received.length === before) await page.waitForTimeout(20);
  printer.vanish();
  printer.losePower();
  await button(page, 'Next person').click();
  await page.getByText('Did a card come out of the printer?').waitFor({ timeout: 40_000 });
  await printer.reappear();
  await button(page, 'No, nothing came out').click();
  await page.getByText('printed, not checked yet').waitFor({ timeout: 20_000 });
  await button(page, 'Open: Sunita Devi').click();
  const card = printer.printed.at(-1) ?? new Uint8Array();
  await page.getByLabel('Scan of the printed card').fill(await codeOf(card));
  await page.keyboard.press('Enter');
  await page.getByText('The card is checked and valid').waitFor();
});
