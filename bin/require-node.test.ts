import { expect, test } from 'vitest';
import { isNewEnough } from './require-node.js';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('Node %s is new enough', (version) => {
  expect(isNewEnough(version)).toBe(true);
});

test.each(['12.22.0', '18.20.4', '20.18.3'])('Node %s is told to be too old', (version) => {
  expect(isNewEnough(version)).toBe(false);
});
