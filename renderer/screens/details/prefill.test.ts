import { expect, test } from 'vitest';
import { emptyForm, formOf, personOf } from './form.ts';
import { claimedIn, prefillFrom, prefillsOf } from './prefill.ts';

const areas = [{ district: 'East', districtLgd: '77', stateLgd: '7' }];
const abha = {
  source: 'abha-qr',
  signature: 'none',
  name: 'Asha Devi',
  birth: { known: 'date', date: '1990-03-05' },
  sex: 'female',
  abha: '43422151056749',
  districtLgd: '77',
} as const;

test('an ABHA code fills in what it says and leaves the rest', () => {
  const { change } = prefillFrom(abha, areas);
  expect({ ...emptyForm, line: 'House 4', ...change }).toMatchObject({
    name: 'Asha Devi',
    birthKnown: 'date',
    day: '05',
    month: '03',
    year: '1990',
    sex: 'female',
    abha: '43422151056749',
    district: '77',
    line: 'House 4',
    phone: '',
  });
});

test('a district this kiosk does not serve is not chosen', () => {
  expect(prefillFrom({ ...abha, districtLgd: '1' }, areas).change).not.toHaveProperty('district');
});

test('what stands as the card said is claimed; what was typed over is not', () => {
  const prefill = prefillFrom(abha, areas);
  const form = { ...emptyForm, ...prefill.change, name: 'Asha Devi Sharma', line: 'House 4' };
  expect(claimedIn(form, [prefill])).toEqual([
    { source: 'abha-qr', signature: 'none', details: ['birth', 'sex', 'abha', 'address'] },
  ]);
  expect(claimedIn(emptyForm, [prefill])).toEqual([]);
});

test('Aadhaar gives the name and the year, and says whether its signature was checked', () => {
  const card = {
    source: 'aadhaar-qr',
    signature: 'not-checked',
    name: 'A',
    birth: { known: 'year', year: 1961 },
  } as const;
  const prefill = prefillFrom(card, areas);
  expect(claimedIn({ ...emptyForm, ...prefill.change }, [prefill])).toEqual([
    { source: 'aadhaar-qr', signature: 'not-checked', details: ['name', 'birth'] },
  ]);
});

test('a draft that is resumed still knows what came from a card, until it is typed over', () => {
  const prefill = prefillFrom(abha, areas);
  const form = { ...emptyForm, ...prefill.change, line: 'House 4' };
  const checked = personOf(form, { areas, language: 'hi', today: '2026-11-22' });
  if (checked.outcome !== 'complete') throw new Error(checked.outcome);
  const person = { ...checked.person, claimed: claimedIn(form, [prefill]) };
  expect(claimedIn(formOf(person), prefillsOf(person))).toEqual(person.claimed);
  expect(claimedIn({ ...formOf(person), sex: 'male' }, prefillsOf(person))[0]?.details).not.toContain('sex');
});
