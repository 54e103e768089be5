import type { Page } from 'playwright-core';
import { demoSignIn } from '#core/index.ts';
import type { DemoPerson } from '#demo/index.ts';

/* What a clerk does again and again, by what a clerk sees; screens in English. */

export async function onScreen(page: Page, name: string): Promise<void> {
  await page.locator(`[data-screen="${name}"]`).waitFor({ timeout: 40_000 });
}

export async function chooseLanguage(page: Page, name: string): Promise<void> {
  await onScreen(page, 'language');
  await page.getByRole('button', { name }).click();
}

export async function signIn(page: Page): Promise<void> {
  await onScreen(page, 'sign-in');
  for (const digit of demoSignIn.pin) await page.keyboard.press(digit);
  await page.keyboard.press('Enter');
  await onScreen(page, 'home');
}

/** Fills what is needed, and the name in the person's own script. */
export async function fillDetails(page: Page, { person }: DemoPerson): Promise<void> {
  await page.getByLabel('Name in English letters').fill(person.name);
  if (person.nativeName) await page.getByLabel('Name in own script').fill(person.nativeName.text);
  await page.getByText('Female', { exact: true }).click();
  if (person.birth.known === 'date') {
    const [year, month, day] = person.birth.date.split('-');
    await page.getByLabel('Day', { exact: true }).fill(day);
    await page.getByLabel('Month', { exact: true }).fill(month);
    await page.getByLabel('Year', { exact: true }).fill(year);
  }
  await page.getByLabel('House, street or landmark').fill(person.address.line);
  await page.getByRole('button', { name: 'District' }).click();
  await page.getByRole('option', { name: person.address.district }).click();
}

/** Gives consent by word. */
export async function consent(page: Page): Promise<void> {
  await onScreen(page, 'consent');
  await page.getByRole('button', { name: 'The person agrees' }).click();
}

/** The step's own way on. */
export async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
}
