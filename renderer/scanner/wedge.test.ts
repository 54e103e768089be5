import { expect, test } from 'vitest';
import { createWedge } from './wedge.ts';

function typed(text: string, everyMs: number) {
  const feed = createWedge();
  return [...text, 'Enter'].map((key, index) => feed(key, index * everyMs));
}

test('a scan while a button has the focus arrives whole, and its spaces press nothing', () => {
  const fed = typed('6BF+7 79 T9', 8);
  expect(fed.at(-1)).toEqual({ outcome: 'scanned', code: '6BF+7 79 T9' });
  expect(fed.slice(2, -1).every(({ outcome }) => outcome === 'gathered')).toBe(true);
});

test('a person at the keyboard is left alone', () => {
  expect(typed('6BF+7 79 T9', 120).every(({ outcome }) => outcome === 'passed')).toBe(true);
});

test('an Enter pressed by hand after a scan without Enter is a press', () => {
  const feed = createWedge();
  [...'12345678'].forEach((key, index) => {
    feed(key, index * 5);
  });
  expect(feed('Enter', 2000)).toEqual({ outcome: 'passed' });
});

test('Shift between the letters does not break a scan', () => {
  const feed = createWedge();
  const keys = [...'ABCDEFGH'].flatMap((key) => ['Shift', key]);
  keys.forEach((key, index) => {
    feed(key, index * 5);
  });
  expect(feed('Enter', keys.length * 5)).toEqual({ outcome: 'scanned', code: 'ABCDEFGH' });
});
