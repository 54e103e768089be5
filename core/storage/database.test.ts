import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { isRefused } from '#core/refusals/codes.ts';
import { openDatabase } from './database.ts';
import { passphraseCustody } from './key-custody.ts';
import { writeMeta } from './meta.ts';

const homes: string[] = [];
const newHome = () => {
  const home = mkdtempSync(join(tmpdir(), 'kiosk-storage-'));
  homes.push(home);
  return home;
};

afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

async function opened(home: string, passphrase = 'open sesame') {
  const db = await openDatabase(home, passphraseCustody(passphrase));
  if (isRefused(db)) throw new Error(db.code);
  return db;
}

test('the stolen disk shows nothing of what was written', async () => {
  const home = newHome();
  const db = await opened(home);
  writeMeta(db, 'planted', 'Planted-Secret-Name');
  for (const file of ['kiosk.db', 'kiosk.db-wal']) {
    expect(readFileSync(join(home, file)).includes('Planted-Secret-Name')).toBe(false);
  }
  db.close();
  expect(readFileSync(join(home, 'kiosk.db')).subarray(0, 6).toString('latin1')).not.toBe('SQLite');
});

test('a wrong passphrase is refused and changes nothing', async () => {
  const home = newHome();
  (await opened(home)).close();
  const refused = await openDatabase(home, passphraseCustody('open barley'));
  expect(refused).toEqual({ outcome: 'refused', code: 'wrong-passphrase' });
  (await opened(home)).close();
});

test('a second kiosk on the same home is refused', async () => {
  const home = newHome();
  const db = await opened(home);
  const second = await openDatabase(home, passphraseCustody('open sesame'));
  expect(second).toEqual({ outcome: 'refused', code: 'kiosk-already-open' });
  db.close();
});
