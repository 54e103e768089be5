import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { readQr } from '#core/index.ts';
import { demoPeople, demoSite, photograph, secondLook } from '#demo/index.ts';
import { signIn as openDoor } from '../../cli/session.ts';
import { noBrowser } from '../support/browser.ts';
import { openStage, type Stage } from '../support/stage.ts';
import {
  button,
  chooseLanguage,
  fillDetails,
  leave,
  next,
  onScreen,
  signIn,
  startEnrolment,
} from '../support/steps.ts';
import { words } from '../support/words.ts';

/*
 * `npm run pictures`: the pictures of the README, taken of the demonstration in a real Chromium. The people are the
 * sample photos inside `@vladmandic/face-api`; their names are invented.
 */

const folder = 'docs/pictures';
const say = words.en;
const [sunita, , shabnam] = demoPeople;

if (noBrowser) throw new Error(`No pictures${noBrowser}`);
await mkdir(folder, { recursive: true });
// Cards as they are once central has confirmed them.
const stage = await openStage({ ...demoSite, policies: { ...demoSite.policies, provisionalDays: null } });
try {
  await signInIn('English');
  await enrolSomebody(stage);
  await meetAgain(stage);
  await firstScreen(stage.page);
  await stage.reopenWindow();
  await signInIn('हिन्दी में');
  await hindiConsent(stage.page);
  await stage.reopenWindow();
  await signInIn('اردو میں');
  await urduDetails(stage.page);
} finally {
  await stage.close();
}

async function signInIn(language: string): Promise<void> {
  await chooseLanguage(stage.page, language);
  await signIn(stage.page);
}

/** A new person, from the photo to the card. */
async function enrolSomebody({ page, show, kiosk, enrolled }: Stage): Promise<void> {
  await enrolled(2);
  await show(await wide(await photograph(sunita)));
  kiosk.world.bystander.standThere(0);
  await startEnrolment(page);
  await fillDetails(page, sunita);
  await next(page);
  await page.getByText(say.face.hint.good).waitFor();
  await take(page, 'face');

  await onScreen(page, 'fingers');
  await button(page, say.fingers.capture).click();
  await page.getByText('Print is').waitFor();
  kiosk.world.bystander.keepHandsOff(true);
  await page.getByText(say.fingers.stage.waiting).waitFor();
  await take(page, 'fingers');
  const card = page.waitForRequest(/\/api\/cards\/\d+\/picture$/);
  kiosk.world.bystander.keepHandsOff(false);

  const door = await openDoor(kiosk.appliance);
  const { pathname } = new URL((await card).url());
  const front = await (await door.request('GET', pathname)).bytes();
  const back = await (await door.request('GET', `${pathname}?side=back`)).bytes();
  await keep(await bothSides(front, back), 'card');
  const sheet = await (await door.request('GET', `${pathname}?form=a4`)).bytes();
  const slip = await (await door.request('GET', `${pathname}?form=slip`)).bytes();
  await keep(await onPaper(sheet, slip), 'card-on-paper');
  await onScreen(page, 'finish');
  await page.getByRole('img', { name: 'Picture of the card' }).waitFor();
  await button(page, say.finish.print).click();
  await page.getByText('Printed. Now check it.').waitFor();
  const code = await readQr(front);
  if (code.outcome === 'read') await page.getByLabel(say.finish.scanBox).fill(code.text);
  await page.keyboard.press('Enter');
  await page.getByText(say.finish.issued).waitFor();
  await take(page, 'finish');
  await button(page, say.finish.next).click();
}

/** The same person without prints, her name spelt in another way and another year of birth. */
async function meetAgain({ page, show }: Stage): Promise<void> {
  await show(await wide(await photograph(sunita, secondLook)));
  await startEnrolment(page);
  const again = {
    ...sunita.person,
    name: 'Suneeta Devi',
    birth: { known: 'date', date: '1990-03-14' },
  } as const;
  await fillDetails(page, { person: again });
  await next(page);
  await onScreen(page, 'fingers');
  await button(page, say.fingers.skip).click();
  await page.getByRole('alertdialog').getByRole('button', { name: say.fingers.skip }).click();
  await onScreen(page, 'review');
  await page.getByRole('img', { name: 'Photo of Sunita Devi' }).waitFor();
  await page.getByText(say.review.same).click();
  await take(page, 'review');
  await leave(page);
}

async function hindiConsent(page: Page): Promise<void> {
  await button(page, words.hi.home.enrol).click();
  await onScreen(page, 'consent');
  await take(page, 'consent-hi');
}

async function urduDetails(page: Page): Promise<void> {
  await startEnrolment(page, words.ur);
  await fillDetails(page, shabnam, words.ur);
  await take(page, 'details-ur');
}

async function firstScreen(page: Page): Promise<void> {
  await page.getByLabel(say.home.box).fill('सुनीता');
  await button(page, say.home.find).click();
  await page.getByRole('img', { name: 'Photo of Sunita Devi' }).waitFor();
  await take(page, 'home');
}

/** As a camera of today sees it: 16 to 9. */
async function wide(photo: Uint8Array): Promise<Uint8Array> {
  const { width, height } = await sharp(photo).metadata();
  const side = Math.round((height * 16) / 9 - width) >> 1;
  return sharp(photo).extend({ left: side, right: side, extendWith: 'mirror' }).jpeg().toBuffer();
}

/** A card's two sides beside each other, with the round corners of ISO/IEC 7810. */
async function bothSides(...sides: readonly [front: Uint8Array, back: Uint8Array]): Promise<Uint8Array> {
  const [width, height, corner, gap] = [1011, 638, 38, 48];
  const mask = Buffer.from(
    `<svg width="${width}" height="${height}"><rect width="100%" height="100%" rx="${corner}"/></svg>`,
  );
  const edge = Buffer.from(
    `<svg width="${width}" height="${height}"><rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="${corner}" fill="none" stroke="#c9d0d2" stroke-width="2"/></svg>`,
  );
  const cut = await Promise.all(
    sides.map((side) =>
      sharp(side)
        .composite([{ input: mask, blend: 'dest-in' }, { input: edge }])
        .png()
        .toBuffer(),
    ),
  );
  return sharp({ create: { width: 2 * width + gap, height, channels: 4, background: '#ffffff00' } })
    .composite(cut.map((input, index) => ({ input, left: index * (width + gap), top: 0 })))
    .png()
    .toBuffer();
}

/** The upper part of a sheet, and a slip beside it, on a table. */
async function onPaper(sheet: Uint8Array, slip: Uint8Array): Promise<Uint8Array> {
  const [width, height, margin] = [1940, 1330, 40];
  const sides = [
    await sharp(sheet).extract({ left: 0, top: 0, width: 1240, height: 1250 }).png().toBuffer(),
    await sharp(slip).resize({ width: 580, height: 1250, fit: 'inside' }).png().toBuffer(),
  ];
  return sharp({ create: { width, height, channels: 3, background: '#dfe3e2' } })
    .composite(sides.map((input, index) => ({ input, left: margin + index * (1240 + margin), top: margin })))
    .png()
    .toBuffer();
}

async function take(page: Page, name: string): Promise<void> {
  await page.locator('main').evaluate((main) => main.scrollTo(0, 0));
  await keep(await page.screenshot({ animations: 'disabled' }), name);
}

async function keep(picture: Uint8Array, name: string): Promise<void> {
  await sharp(picture)
    .png({ palette: true, effort: 10 })
    .toFile(join(folder, `${name}.png`));
}
