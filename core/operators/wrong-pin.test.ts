import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { openAudit } from '#core/audit/index.ts';
import { first } from '#core/storage/migrations/001-first.ts';
import { openOperators } from './operators.ts';

async function kioskWithOneOperator() {
  const clock = { at: Date.parse('2026-01-01T09:00:00Z') };
  const now = () => new Date(clock.at);
  const db = new SqliteDatabase(':memory:').exec(first);
  const operators = openOperators(db, openAudit(db, now), { pinAttempts: 3, lockOutMinutes: 15 }, now);
  await operators.put({ id: 'asha', name: 'Asha', role: 'operator' }, '2468');
  return { operators, clock };
}

test('the right PIN signs in, and signing out ends the session', async () => {
  const { operators } = await kioskWithOneOperator();
  const session = await operators.signIn('asha', '2468');
  if ('outcome' in session) throw new Error(session.code);
  expect(operators.signedIn(session.token)?.id).toBe('asha');
  operators.signOut(session.token);
  expect(operators.signedIn(session.token)).toBeNull();
});

test('the third wrong PIN locks out, even the right one, until the time is over', async () => {
  const { operators, clock } = await kioskWithOneOperator();
  expect(await operators.signIn('asha', '0000')).toMatchObject({ code: 'wrong-pin' });
  expect(await operators.signIn('asha', '0001')).toMatchObject({ code: 'wrong-pin' });
  expect(await operators.signIn('asha', '0002')).toMatchObject({ code: 'locked-out' });
  expect(await operators.signIn('asha', '2468')).toMatchObject({ code: 'locked-out' });
  clock.at += 15 * 60_000 + 1;
  expect(await operators.signIn('asha', '2468')).toHaveProperty('token');
});

test('an unknown operator learns no more than a wrong PIN', async () => {
  const { operators } = await kioskWithOneOperator();
  expect(await operators.signIn('nobody', '2468')).toMatchObject({ code: 'wrong-pin' });
});
