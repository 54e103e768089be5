import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { first } from '#core/storage/migrations/001-first.ts';
import { openAudit } from './chain.ts';

function chainOfFive() {
  const db = new SqliteDatabase(':memory:').exec(first);
  const audit = openAudit(db, () => new Date('2026-01-01T00:00:00Z'));
  for (let count = 0; count < 5; count++) audit.append('synced', { subject: `packet-${count}` });
  return { db, audit };
}

test('an untouched chain is intact', () => {
  expect(chainOfFive().audit.verify()).toEqual({ outcome: 'intact', events: 5 });
});

test.each([
  ['a changed event', `UPDATE audit SET subject = 'other' WHERE seq = 3`, 3],
  ['a deleted event', 'DELETE FROM audit WHERE seq = 2', 2],
  [
    'two events swapped',
    'UPDATE audit SET seq = CASE seq WHEN 3 THEN 40 WHEN 4 THEN 3 END WHERE seq IN (3, 4)',
    3,
  ],
])('%s breaks the chain where it happened', (_fault, sql, at) => {
  const { db, audit } = chainOfFive();
  db.exec(sql);
  expect(audit.verify()).toEqual({ outcome: 'broken', at });
});
