import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';

const utf8 = new TextEncoder();

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
])('the RFC 9285 example %s', (plain, text) => {
  expect(encodeBase45(utf8.encode(plain))).toBe(text);
  expect(decodeBase45(text)).toEqual(utf8.encode(plain));
});

test('any bytes come back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes);
    }),
  );
});

test.each([
  ['a triple above 65535', 'GGW'],
  ['a pair above 255', '::'],
  ['a lone character', 'BB8A'],
  ['small letters', 'bb8'],
  ['a foreign character', 'BB_'],
  ['letters outside Latin', 'आशा'],
])('%s is refused', (_fault, text) => {
  expect(decodeBase45(text)).toBeNull();
});
