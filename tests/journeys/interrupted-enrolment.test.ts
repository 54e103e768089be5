import { expect } from 'vitest';
import { demoPeople } from '#demo/index.ts';
import { journeys } from '../support/journey.ts';
import { button, fillDetails, leave, next, onScreen, openKiosk, startEnrolment } from '../support/steps.ts';

const [, , shabnam] = demoPeople;

const journey = journeys(async ({ page }) => openKiosk(page));

journey('a birth date that cannot be is said at its entry, and nothing is saved', async ({ page }) => {
  const impossible = { person: { ...shabnam.person, birth: { known: 'date', date: '1996-02-31' } } } as const;
  await startEnrolment(page);
  await fillDetails(page, impossible);
  await next(page);
  const birth = page.getByRole('group', { name: 'Birth' });
  await birth.getByText('This date does not exist or lies in the future.').waitFor();
  await page.locator('[data-screen="details"]').waitFor();

  await page.getByLabel('Day', { exact: true }).fill('29');
  await birth.getByText('This date does not exist').waitFor({ state: 'detached' });
  await leave(page);
  await page.getByText('Name not entered yet').waitFor();
  await button(page, 'Delete').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Nothing is waiting to be finished.').waitFor();
});

journey('an operator goes on where the enrolment stopped when the browser was closed', async (stage) => {
  await startEnrolment(stage.page);
  await fillDetails(stage.page, shabnam);
  await next(stage.page);
  await onScreen(stage.page, 'face');
  await stage.reopenWindow();

  const { page } = stage;
  await openKiosk(page);
  const draft = page.getByRole('listitem').filter({ hasText: 'Shabnam Begum' });
  expect(await draft.innerText()).toContain('Face');
  await draft.getByRole('button', { name: 'Go on' }).click();
  await onScreen(page, 'face');
  await button(page, 'Back').click();
  await onScreen(page, 'details');
  expect(await page.getByLabel('Name in own script').inputValue()).toBe('شبنم بیگم');
  expect(await page.getByLabel('Year', { exact: true }).inputValue()).toBe('1996');
});
