import { expect } from 'vitest';
import { z } from 'zod';
import { signIn as openDoor } from '../../cli/session.ts';
import { journeys } from '../support/journey.ts';
import { button, leave, next, onScreen, openKiosk, startEnrolment } from '../support/steps.ts';

const journey = journeys(async ({ page }) => openKiosk(page));

const abha = JSON.stringify({
  hidn: '43-4221-5105-6749',
  hid: 'sunita@abdm',
  name: 'Sunita Devi',
  gender: 'F',
  dob: '14/8/1982',
  mobile: '9876543210',
  address: 'House 12, Gandhi Gali',
  distlgd: '900001',
});

journey(
  'the code of an ABHA card, typed by a scanner, fills in the details, and the record says so',
  async ({ page, kiosk }) => {
    await startEnrolment(page);
    await button(page, 'Scan an ABHA or Aadhaar card').click();
    await page.keyboard.type('not a card');
    await page.keyboard.press('Enter');
    await page.getByText('This code is neither of an Abha card nor of an Aadhaar card.').waitFor();
    await page.keyboard.type(abha);
    await page.keyboard.press('Enter');
    await page.getByText('Filled in from the ABHA card').waitFor();
    await page.getByText('This kind of card carries no signature.').waitFor();
    expect(await page.getByLabel('Name in English letters').inputValue()).toBe('Sunita Devi');
    expect(await page.getByLabel('Year', { exact: true }).inputValue()).toBe('1982');
    expect(await page.getByLabel('ABHA number').inputValue()).toBe('43422151056749');
    await page.getByLabel('Mobile number', { exact: false }).first().fill('9876500000');
    await page.getByLabel('Allergies').fill('Penicillin, Dust');
    await next(page);
    await onScreen(page, 'face');
    await leave(page);

    const door = await openDoor(kiosk.appliance);
    const Drafts = z.object({ drafts: z.array(z.object({ person: z.unknown() })) });
    const { drafts } = await door.json(Drafts, 'GET', '/api/enrolments');
    expect(drafts.map(({ person }) => person)).toMatchObject([
      {
        name: 'Sunita Devi',
        birth: { date: '1982-08-14' },
        clinical: { allergies: ['Penicillin', 'Dust'] },
        claimed: [
          { source: 'abha-qr', signature: 'none', details: ['name', 'birth', 'sex', 'abha', 'address'] },
        ],
      },
    ]);
  },
);
