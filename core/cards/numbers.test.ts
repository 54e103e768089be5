import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { isRefused } from '#core/refusals/codes.ts';
import { first } from '#core/storage/migrations/001-first.ts';
import { isCardNumber } from '#health-card/index.ts';
import { openNumbers } from './numbers.ts';

test('numbers are taken once each, with their status index, until the lease is used up', () => {
  const numbers = openNumbers(new SqliteDatabase(':memory:').exec(first));
  numbers.addLease({ start: 70_000_000_000, end: 70_000_000_002, statusStart: 500 });
  const taken = [numbers.take(), numbers.take(), numbers.take()];
  expect(taken.every((one) => !isRefused(one) && isCardNumber(one.number))).toBe(true);
  expect(taken.map((one) => (isRefused(one) ? null : one.statusIndex))).toEqual([500, 501, 502]);
  expect(numbers.left()).toBe(0);
  expect(numbers.take()).toEqual({ outcome: 'refused', code: 'no-card-numbers' });
});

test('a lease that arrives twice does not give its numbers again', () => {
  const numbers = openNumbers(new SqliteDatabase(':memory:').exec(first));
  const lease = { start: 100, end: 101, statusStart: 0 };
  numbers.addLease(lease);
  numbers.take();
  numbers.addLease(lease);
  expect(numbers.left()).toBe(1);
});
