import { expect } from 'vitest';
import { demoSignIn } from '#core/index.ts';
import { demoSite } from '#demo/index.ts';
import { journeys } from '../support/journey.ts';
import { tabTo } from '../support/keyboard.ts';
import { button, enterPin, onScreen } from '../support/steps.ts';

const wrongPin = '0000';

const journey = journeys();

journey('a clerk without mouse or touch signs in and gives consent by Tab and Enter', async ({ page }) => {
  await onScreen(page, 'language');
  await tabTo(page, 'Continue in English');
  await page.keyboard.press('Enter');
  await onScreen(page, 'sign-in');
  await page.keyboard.type(demoSignIn.pin);
  await tabTo(page, 'Sign in');
  await page.keyboard.press('Enter');
  await onScreen(page, 'home');
  await tabTo(page, 'Enrol a new person');
  await page.keyboard.press('Enter');
  await onScreen(page, 'consent');
  await tabTo(page, 'The person agrees');
  await page.keyboard.press('Enter');
  await onScreen(page, 'details');
  const focused = page.locator(':focus');
  expect(await focused.evaluate((element) => element.getAttribute('lang'))).toBe('en');
  await button(page, 'Sign out').click();
});

journey('a wrong PIN is said, and after several nobody signs in for a while', async ({ page }) => {
  for (let attempt = 1; attempt < demoSite.policies.pinAttempts; attempt++) {
    await enterPin(page, wrongPin);
    await page.getByText('The name and the PIN do not match.').waitFor();
  }
  await enterPin(page, wrongPin);
  await page.getByText('Sign-in is locked for some time').waitFor();
  await enterPin(page, demoSignIn.pin);
  await page.getByText('Sign-in is locked for some time').waitFor();
  expect(await page.locator('[data-screen="home"]').count()).toBe(0);
});
