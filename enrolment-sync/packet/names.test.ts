import { expect, test } from 'vitest';
import { nameAlikeness, nameKey } from './names.ts';

test('case, accents and spaces do not matter', () => {
  expect(nameKey('  SÚNITA   Devi ')).toBe('sunita devi');
});

test('vowel signs of Indian scripts are kept', () => {
  expect(nameKey('सुनीता देवी')).toBe('सुनीता देवी');
});

test('the order of words does not matter, another name does', () => {
  expect(nameAlikeness('Sunita Devi', 'Devi Sunita')).toBe(1);
  expect(nameAlikeness('Sunita Devi', 'Suneeta Devi')).toBeGreaterThan(0.7);
  expect(nameAlikeness('Sunita Devi', 'Harpreet Singh')).toBeLessThan(0.3);
});
