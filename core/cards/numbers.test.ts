import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { isRefused } from '#core/refusals/codes.ts';
import { migrations } from '#core/storage/database.ts';
import { isCardNumber } from '#health-card/index.ts';
import { openNumbers } from './numbers.ts';

const numbersAtHand = () => {
  const db = new SqliteDatabase(':memory:');
  for (const sql of migrations) db.exec(sql);
  return openNumbers(db);
};

test('numbers are taken once each, with their status index, until the lease is used up', () => {
  const numbers = numbersAtHand();
  numbers.addLease({ start: 70_000_000_000, end: 70_000_000_002, statusStart: 500 });
  const taken = [numbers.take(), numbers.take(), numbers.take()];
  expect(taken.every((one) => !isRefused(one) && isCardNumber(one.number))).toBe(true);
  expect(taken.map((one) => (isRefused(one) ? null : one.statusIndex))).toEqual([500, 501, 502]);
  expect(numbers.left()).toEqual({ ordinary: 0, emergency: 0 });
  expect(numbers.take()).toEqual({ outcome: 'refused', code: 'no-card-numbers' });
});

test('a lease that arrives twice does not give its numbers again', () => {
  const numbers = numbersAtHand();
  const lease = { start: 100, end: 101, statusStart: 0 };
  numbers.addLease(lease);
  numbers.take();
  numbers.addLease(lease);
  expect(numbers.left().ordinary).toBe(1);
});

test('with the lease used up the reserve goes on, with status indices of its own; a new lease spares it', () => {
  const numbers = numbersAtHand();
  numbers.addLease({ start: 10_000_000_000, end: 10_000_000_002, statusStart: 900 }, 'emergency');
  numbers.addLease({ start: 70_000_000_000, end: 70_000_000_000, statusStart: 0 });
  const indices = () => {
    const taken = numbers.take();
    return isRefused(taken) ? taken.code : taken.statusIndex;
  };
  expect([indices(), indices()]).toEqual([0, 900]);
  numbers.addLease({ start: 80_000_000_000, end: 80_000_000_000, statusStart: 40 });
  expect([indices(), indices(), indices(), indices()]).toEqual([40, 901, 902, 'no-card-numbers']);
});
