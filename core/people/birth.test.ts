import { expect, test } from 'vitest';
import { birthsAgree } from '#sync/packet/births.ts';
import { birthAsText, birthOnCard, isPossibleBirth } from './birth.ts';

const today = new Date('2026-11-22T10:00:00Z');

test.each([
  ['tomorrow', { known: 'date', date: '2026-11-23' }],
  ['next year', { known: 'year', year: 2027 }],
  ['150 years ago', { known: 'year', year: 1876 }],
] as const)('a birth %s is impossible', (_when, birth) => {
  expect(isPossibleBirth(birth, today)).toBe(false);
});

test('a child born today and a woman of 120 are possible', () => {
  expect(isPossibleBirth({ known: 'date', date: '2026-11-22' }, today)).toBe(true);
  expect(isPossibleBirth({ known: 'age', age: 120, asOf: '2026-11-22' }, today)).toBe(true);
});

test('an age said two years off may be the same birth, a date a day off is not', () => {
  expect(birthsAgree({ known: 'age', age: 30, asOf: '2026-06-01' }, { known: 'year', year: 1994 })).toBe(
    true,
  );
  expect(birthsAgree({ known: 'date', date: '1990-01-01' }, { known: 'date', date: '1990-01-02' })).toBe(
    false,
  );
});

test('a year stays a year on the card', () => {
  expect(birthOnCard({ known: 'year', year: 1980 })).toBe('1980');
  expect(birthOnCard({ known: 'date', date: '1980-03-05' })).toBe('19800305');
  expect(birthAsText({ known: 'date', date: '1980-03-05' })).toBe('05-03-1980');
});
