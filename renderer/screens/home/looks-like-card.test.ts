import { expect, test } from 'vitest';
import { looksLikeCard } from './looks-like-card.ts';

test('a scanned card code is told from what people type', () => {
  expect(looksLikeCard(`${'6BF+70790T9WJWG.FKY*4GO0'.repeat(8)}\n`)).toBe(true);
  expect(looksLikeCard('RAM KUMAR')).toBe(false);
  expect(looksLikeCard('9876543210')).toBe(false);
  expect(looksLikeCard('राम कुमार')).toBe(false);
  expect(looksLikeCard('a'.repeat(200))).toBe(false);
});
