import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPeople } from '#demo/index.ts';
import { noBrowser, type OpenBrowser, openBrowser } from '../support/browser.ts';
import { type DemoKiosk, openDemoKiosk } from '../support/demo-kiosk.ts';
import { filmOf } from '../support/fake-camera.ts';
import { codeOfPrintedCard } from '../support/printed-card.ts';
import { chooseLanguage, consent, fillDetails, next, onScreen, signIn } from '../support/steps.ts';

let kiosk: DemoKiosk;
let browser: OpenBrowser;

beforeAll(async () => {
  if (noBrowser) return;
  kiosk = await openDemoKiosk();
  const film = await filmOf(demoPeople[0], kiosk.home);
  browser = await openBrowser(kiosk.served.launchUrl, kiosk.home, { film });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await kiosk?.close();
});

test.skipIf(noBrowser)(
  `a clerk enrols a new person, from consent to the card in the hand${noBrowser}`,
  async () => {
    const { page } = browser;
    await chooseLanguage(page, 'English');
    await signIn(page);
    await page.getByRole('button', { name: 'Enrol a new person' }).click();
    await consent(page);
    await onScreen(page, 'details');
    await fillDetails(page, demoPeople[0]);
    await next(page);

    await onScreen(page, 'face');
    await page.getByText('The photo is good').waitFor();
    await next(page);

    await onScreen(page, 'fingers');
    await page.getByRole('button', { name: 'Start the scanner' }).click();
    await page.getByRole('button', { name: 'Next: Left index finger' }).click();
    await next(page);

    await onScreen(page, 'finish');
    await page.getByRole('button', { name: 'Print the card' }).click();
    await page.getByText('Printed on').waitFor();
    await page.getByLabel('Scan of the printed card').fill(await codeOfPrintedCard(kiosk.home));
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('The card is checked and valid').waitFor();
    expect(browser.complaints).toEqual([]);
  },
);
