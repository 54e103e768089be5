import { expect } from 'vitest';
import { languages } from '#core/api/contract.ts';
import { demoPeople } from '#demo/index.ts';
import { faultsOf } from '../support/inspect.ts';
import { journeys } from '../support/journey.ts';
import { button, chooseLanguage, fillDetails, next, onScreen, signIn } from '../support/steps.ts';
import { words } from '../support/words.ts';

/* An enrolment without photo and prints in each language; every screen is looked at, lying and upright. */

const [sunita, , shabnam, lakshmi, , gurpreet] = demoPeople;
const people = { hi: sunita, en: lakshmi, ur: shabnam, pa: gurpreet } as const;

const journey = journeys();

journey('the first screen can be read and used whatever one reads', async ({ page }) => {
  await onScreen(page, 'language');
  for (const language of languages) await page.getByText(words[language].language.go).waitFor();
  expect(await faultsOf(page, 'hi')).toEqual([]);
});

for (const language of languages) {
  const say = words[language];
  journey(`every screen of an enrolment can be read and used in ${say.language.name}`, async (stage) => {
    await stage.reopenWindow();
    const { page } = stage;
    const faults: Record<string, readonly string[]> = {};
    const look = async (screen: string) => {
      await onScreen(page, screen);
      const found = await faultsOf(page, language);
      if (found.length > 0) faults[screen] = found;
    };

    const lookAtDialog = async (dialog: string) => {
      await page.getByRole('alertdialog').waitFor();
      const found = await faultsOf(page, language);
      if (found.length > 0) faults[dialog] = found;
      await button(page, say.common.cancel).click();
    };

    await chooseLanguage(page, say.language.go);
    await look('sign-in');
    await signIn(page);
    await look('home');
    await button(page, say.home.enrol).click();
    await look('consent');
    await button(page, say.consent.agreed).click();
    await onScreen(page, 'details');
    // With nothing filled in: every entry and its error.
    await next(page, say);
    await look('details');
    await fillDetails(page, people[language], say);
    await next(page, say);
    await page.getByText(say.face.hint['no-face']).waitFor();
    await look('face');
    await button(page, say.face.skip).click();
    await button(page, say.face.skipReason.refused).click();
    await look('fingers');
    await button(page, say.fingers.skip).click();
    await page.getByRole('alertdialog').getByRole('button', { name: say.fingers.skip }).click();
    await look('finish');

    // The card is printed and not checked: it waits in the queue of the first screen, and beside its person.
    await button(page, say.finish.print).click();
    await page.getByText(say.finish.printed).waitFor();
    await button(page, say.finish.printAgain).click();
    await lookAtDialog('why again');
    await button(page, say.finish.later).click();
    await page.getByText(say.prints.state.printed).first().waitFor();
    await look('home');
    await page.getByRole('button', { name: `${say.prints.open}: ${people[language].person.name}` }).click();
    await look('person');
    await button(page, say.person.lost).click();
    await lookAtDialog('lost');
    await button(page, say.person.lost).click();
    await page.getByText(say.person.lostReason.stolen, { exact: true }).click();
    await button(page, say.person.lostGo).click();
    await page.getByText(say.person.newMade).waitFor();
    await look('person');
    expect(faults).toEqual({});
  });
}
