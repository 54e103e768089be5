import type { Locator, Page } from 'playwright-core';
import { demoSignIn } from '#core/index.ts';
import type { DemoPerson } from '#demo/index.ts';
import { type Words, words } from './words.ts';

/* What a clerk does again and again, by what a clerk sees; on screens in English unless told otherwise. */

const slowestScreen = 40_000;

export async function onScreen(page: Page, name: string): Promise<void> {
  await page.locator(`[data-screen="${name}"]`).waitFor({ timeout: slowestScreen });
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

export async function chooseLanguage(page: Page, name: string): Promise<void> {
  await onScreen(page, 'language');
  await page.getByRole('button', { name }).click();
}

/** Types a PIN on the sign-in screen and waits for the answer. */
export async function enterPin(page: Page, pin: string): Promise<void> {
  await onScreen(page, 'sign-in');
  await page.keyboard.type(pin);
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/sign-in'));
  await page.keyboard.press('Enter');
  await answer;
}

export async function signIn(page: Page): Promise<void> {
  await enterPin(page, demoSignIn.pin);
  await onScreen(page, 'home');
}

/** From the first screen of all to the home screen, in English. */
export async function openKiosk(page: Page): Promise<void> {
  await chooseLanguage(page, 'English');
  await signIn(page);
}

/** From the home screen through consent to the details. */
export async function startEnrolment(page: Page, say: Words = words.en): Promise<void> {
  await button(page, say.home.enrol).click();
  await onScreen(page, 'consent');
  await button(page, say.consent.agreed).click();
  await onScreen(page, 'details');
}

/** Fills what is needed, and the name in the person's own script. */
export async function fillDetails(
  page: Page,
  { person }: Pick<DemoPerson, 'person'>,
  { details, person: { sex } }: Words = words.en,
): Promise<void> {
  await page.getByLabel(details.name).fill(person.name);
  if (person.nativeName) await page.getByLabel(details.nativeName).fill(person.nativeName.text);
  await page.getByText(sex[person.sex], { exact: true }).click();
  if (person.birth.known === 'date') {
    const [year, month, day] = person.birth.date.split('-');
    await page.getByLabel(details.day, { exact: true }).fill(day);
    await page.getByLabel(details.month, { exact: true }).fill(month);
    await page.getByLabel(details.year, { exact: true }).fill(year);
  }
  await page.getByLabel(details.line).fill(person.address.line);
  await page.getByRole('button', { name: details.district }).click();
  await page.getByRole('option', { name: person.address.district }).click();
}

/** The step's own way on. */
export async function next(page: Page, say: Words = words.en): Promise<void> {
  await button(page, say.common.next).click();
}

/** From the details through a good photo, which is taken by itself, to the fingers. */
export async function detailsAndPhoto(page: Page, person: Pick<DemoPerson, 'person'>): Promise<void> {
  await fillDetails(page, person);
  await next(page);
  await onScreen(page, 'face');
  await onScreen(page, 'fingers');
}

/** All fingers of the site, one after another by themselves. */
export async function takeFingers(page: Page): Promise<void> {
  await onScreen(page, 'fingers');
  await button(page, words.en.fingers.capture).click();
}

/** Leaves the enrolment as a draft. */
export async function leave(page: Page, say: Words = words.en): Promise<void> {
  await button(page, say.common.leave).click();
  await onScreen(page, 'home');
}
