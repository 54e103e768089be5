import { expect, test } from 'vitest';
import { createLaunchToken, tokenLifeMs } from './launch-token.ts';

test('a token left lying too long opens nothing', () => {
  const token = createLaunchToken(0);
  expect(token.redeem(token.text, tokenLifeMs + 1)).toBe(false);
  expect(token.redeem(token.text, tokenLifeMs)).toBe(true);
});

test('no two tokens are alike', () => {
  expect(createLaunchToken().text).not.toBe(createLaunchToken().text);
});
