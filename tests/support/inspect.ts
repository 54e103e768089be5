import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Language } from '#core/api/contract.ts';
import { flat, words } from './words.ts';

/* What a person who reads another language, holds a tablet upright, or hears the screen would stumble over. */

const sizes = [
  { width: 800, height: 1280 },
  { width: 1280, height: 800 },
] as const;
/** Shorter words are the same in several languages. */
const shortestLeftover = 4;

/** Everything below, of the screen that is open, lying and upright. */
export async function faultsOf(page: Page, language: Language): Promise<readonly string[]> {
  const faults = [...(await misdirected(page, language)), ...(await untranslated(page, language))];
  for (const size of sizes) {
    await page.setViewportSize(size);
    const found = await overflow(page);
    faults.push(...found.map((text) => `at ${size.width}x${size.height}, ${text}`));
  }
  return [...faults, ...(await inaccessible(page))];
}

async function misdirected(page: Page, language: Language): Promise<readonly string[]> {
  const [lang, dir] = await page.evaluate(() => [
    document.documentElement.lang,
    document.documentElement.dir,
  ]);
  const right = lang === language && dir === words[language].language.dir;
  return right ? [] : [`lang=${lang} dir=${dir}`];
}

/** Texts on the screen that are keys, or English where the language has words of its own. */
async function untranslated(page: Page, language: Language): Promise<readonly string[]> {
  const lines = (await page.locator('body').innerText()).split('\n').map((line) => line.trim());
  const own = new Map(flat(words[language]));
  const english = flat(words.en).filter(([key]) => !key.startsWith('language.'));
  const leftover = new Set(
    english.flatMap(([key, text]) =>
      text.length >= shortestLeftover && own.get(key) !== text ? [text] : [],
    ),
  );
  return lines.filter((line) => leftover.has(line) || english.some(([key]) => line.includes(key)));
}

/** What scrolls sideways; texts that reach out of the window or are cut; and where, in pixels. */
async function overflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const isTooWide = (element: Element) => element.scrollWidth > element.clientWidth + 1;
    const hides = (element: Element) => getComputedStyle(element).overflowX !== 'visible';
    const found = [...document.querySelectorAll('html, main')]
      .filter(isTooWide)
      .map((element) => `${element.tagName} is ${element.scrollWidth - element.clientWidth} px too wide`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const holder = text.parentElement;
      if (!holder || text.textContent?.trim() === '' || holder.closest('.visually-hidden')) continue;
      const range = document.createRange();
      range.selectNode(text);
      const { left, right, width } = range.getBoundingClientRect();
      const isCut = hides(holder) && isTooWide(holder);
      if (width > 0 && (isCut || left < -1 || right > clientWidth + 1))
        found.push(`"${text.textContent}" reaches from ${Math.round(left)} to ${Math.round(right)}`);
    }
    return found;
  });
}

/** Serious and critical faults that axe sees, each as its rule and where. */
async function inaccessible(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
