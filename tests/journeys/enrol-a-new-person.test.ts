import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPeople } from '#demo/index.ts';
import { noBrowser, type OpenBrowser, openBrowser } from '../support/browser.ts';
import { type DemoKiosk, openDemoKiosk } from '../support/demo-kiosk.ts';
import { filmOf } from '../support/fake-camera.ts';
import { chooseLanguage, fillDetails, signIn } from '../support/steps.ts';

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
    const onScreen = (name: string) => page.locator(`[data-screen="${name}"]`).waitFor({ timeout: 40_000 });
    await chooseLanguage(page, 'English');
    await signIn(page);
    await page.getByRole('button', { name: 'Enrol a new person' }).click();

    await onScreen('consent');
    await page.getByRole('radio', { name: 'By word' }).check({ force: true });
    await page.getByRole('button', { name: 'The person agrees' }).click();

    await onScreen('details');
    await fillDetails(page, demoPeople[0]);
    await page.getByRole('button', { name: 'Next', exact: true }).click();

    await onScreen('face');
    await onScreen('fingers');
    await page.getByRole('button', { name: 'Start the scanner' }).click();
    await onScreen('finish');

    await page.getByRole('button', { name: 'Print the card' }).click();
    await page.getByText('Printed on').waitFor();
    expect(await page.getByText('Enrolled').count()).toBeGreaterThan(0);
    expect(browser.complaints).toEqual([]);
  },
);
