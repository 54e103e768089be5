import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCardNumber, withCheckDigit } from './index.ts';

const payloads = fc.stringMatching(/^\d{11}$/);

test.each([
  ['236', '2363'],
  ['12345', '123451'],
  ['142857', '1428570'],
])('%s takes its published check digit', (payload, number) => {
  expect(withCheckDigit(payload)).toBe(number);
});

test('every wrong digit and every swap of neighbours is noticed', () => {
  fc.assert(
    fc.property(payloads, fc.nat(11), fc.integer({ min: 1, max: 9 }), (payload, place, by) => {
      const number = withCheckDigit(payload);
      expect(isCardNumber(number)).toBe(true);
      const digits = [...number].map(Number);
      expect(isCardNumber(digits.with(place, (digits[place] + by) % 10).join(''))).toBe(false);
      const next = (place + 1) % 12;
      if (next === 0 || digits[place] === digits[next]) return;
      const swapped = digits.with(place, digits[next]).with(next, digits[place]);
      expect(isCardNumber(swapped.join(''))).toBe(false);
    }),
  );
});

test('a number typed with spaces, letters or too few digits is no card number', () => {
  const number = withCheckDigit('10000012345');
  expect(isCardNumber(`${number.slice(0, 4)} ${number.slice(4)}`)).toBe(false);
  expect(isCardNumber(number.slice(1))).toBe(false);
  expect(isCardNumber(`${number.slice(0, 11)}x`)).toBe(false);
  expect(() => withCheckDigit('12a')).toThrow(RangeError);
});
