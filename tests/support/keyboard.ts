import type { Page } from 'playwright-core';

const mostTabs = 40;

/** Presses Tab until what has the focus says `words`; throws when the focus comes nowhere near. */
export async function tabTo(page: Page, words: string): Promise<void> {
  const target = page.getByRole('button', { name: words });
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never came to "${words}"`);
}
