import { expect, test } from 'vitest';
import type { Entry } from './form.ts';
import { type DetailsForm, emptyForm, entryOf, formOf, personOf } from './form.ts';

const areas = [{ district: 'Ludhiana', districtLgd: '37', stateLgd: '3' }];
const context = { areas, language: 'pa', today: '2026-11-22' } as const;

const least: DetailsForm = {
  ...emptyForm,
  name: ' Harpreet Kaur ',
  sex: 'female',
  birthKnown: 'age',
  age: '40',
  line: 'House 4',
  district: '37',
};

const wrongIn = (form: DetailsForm): readonly Entry[] => {
  const checked = personOf(form, context);
  return checked.outcome === 'wrong' ? checked.entries : [];
};

test('the least an operator must fill in makes a person', () => {
  expect(personOf(least, context)).toEqual({
    outcome: 'complete',
    person: {
      name: 'Harpreet Kaur',
      sex: 'female',
      birth: { known: 'age', age: 40, asOf: '2026-11-22' },
      address: { line: 'House 4', ...areas[0] },
      language: 'pa',
    },
  });
});

test('an empty form names every entry that is needed, in the order of the screen', () => {
  expect(wrongIn(emptyForm)).toEqual(['name', 'sex', 'birthDate', 'line', 'district']);
});

test.each([
  ['31', '2', '1990'],
  ['1', '1', '2027'],
  ['', '', '1990'],
  ['5', '13', '1990'],
])('the birth date %s.%s.%s is refused at the date', (day, month, year) => {
  expect(wrongIn({ ...least, birthKnown: 'date', day, month, year })).toEqual(['birthDate']);
});

test('a birth date typed with single digits is understood', () => {
  const checked = personOf({ ...least, birthKnown: 'date', day: '5', month: '3', year: '1990' }, context);
  expect(checked).toMatchObject({ person: { birth: { known: 'date', date: '1990-03-05' } } });
});

test('a year yet to come and an empty age are refused', () => {
  expect(wrongIn({ ...least, birthKnown: 'year', year: '2030' })).toEqual(['birthYear']);
  expect(wrongIn({ ...least, age: '' })).toEqual(['birthAge']);
});

test('numbers may be typed with spaces and hyphens', () => {
  const checked = personOf(
    { ...least, phone: '98765 43210', abha: '91-1234-5678-9012', pin: '141 001' },
    context,
  );
  expect(checked).toMatchObject({
    person: { phone: '9876543210', abha: '91123456789012', address: { pin: '141001' } },
  });
});

test('a household or an emergency contact half filled in is asked for in full', () => {
  expect(wrongIn({ ...least, household: '12', emergencyName: 'Jaswinder' })).toEqual([
    'relation',
    'emergencyPhone',
  ]);
});

test('allergies are told apart by the commas of every script', () => {
  expect(personOf({ ...least, allergies: ' Dust, پولن، ' }, context)).toMatchObject({
    person: { clinical: { allergies: ['Dust', 'پولن'], conditions: [] } },
  });
  expect(wrongIn({ ...least, conditions: 'x'.repeat(61) })).toEqual(['conditions']);
});

test('the paths of a refusal find their entries', () => {
  expect(entryOf('address.pin', least)).toBe('pin');
  expect(entryOf('birth', least)).toBe('birthAge');
  expect(entryOf('nativeName.text', least)).toBe('nativeName');
  expect(entryOf('something.else', least)).toBeNull();
});

test('a resumed draft shows again what was typed', () => {
  const full: DetailsForm = {
    name: 'Ram',
    nativeName: 'राम',
    nativeLanguage: 'hi',
    sex: 'male',
    birthKnown: 'date',
    day: '05',
    month: '03',
    year: '1990',
    age: '',
    guardian: 'Shyam',
    phone: '9876543210',
    line: 'Gali 2',
    village: 'Sahnewal',
    district: '37',
    pin: '141120',
    household: '7',
    relation: 'head',
    abha: '91123456789012',
    bloodGroup: 'B+',
    allergies: 'Penicillin, मूंगफली',
    conditions: 'Asthma',
    emergencyName: 'Sita',
    emergencyPhone: '9876500000',
  };
  const checked = personOf(full, context);
  expect(checked.outcome === 'complete' && formOf(checked.person)).toEqual(full);
});
