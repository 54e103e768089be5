import { generateKeyPairSync } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { migrations } from '#core/storage/database.ts';
import { signKeyList, signStatusList } from '#health-card/index.ts';
import { openTrustStore } from './trust.ts';

const issuer = 'https://health.test.example';
const now = () => new Date('2026-11-22T09:00:00Z');
const root = generateKeyPairSync('ed25519');
const rootJwk = root.publicKey.export({ format: 'jwk' });
const refused = { outcome: 'refused', code: 'central-refused' };

const listsOf = async (version: number, issuedAt: number, key = root.privateKey) => ({
  keyList: await signKeyList({ version, issuedAt, keys: [] }, key),
  statusList: signStatusList(
    { uri: `${issuer}/s/1`, bits: 1, statuses: new Uint8Array(8), issuedAt },
    { kid: new Uint8Array(8), privateKey: key },
  ),
});

function database() {
  const db = new SqliteDatabase(':memory:');
  for (const sql of migrations) db.exec(sql);
  return db;
}

test('a key list of a lower version than the greatest seen is refused, also after a restart', async () => {
  const db = database();
  const trust = await openTrustStore(db, issuer, rootJwk, now);
  expect(await trust.update(await listsOf(7, 1000), rootJwk)).toBeNull();
  expect(await trust.update(await listsOf(6, 2000), rootJwk)).toEqual(refused);
  const again = await openTrustStore(db, issuer, rootJwk, now);
  expect(again.current().keys.version).toBe(7);
  expect(await again.update(await listsOf(6, 2000), rootJwk)).toEqual(refused);
  expect(await again.update(await listsOf(8, 2000), rootJwk)).toBeNull();
});

test('an older status list is refused: a revocation is not undone', async () => {
  const trust = await openTrustStore(database(), issuer, rootJwk, now);
  await trust.update(await listsOf(1, 2000), rootJwk);
  expect(await trust.update(await listsOf(1, 1999), rootJwk)).toEqual(refused);
  expect(trust.current().status?.issuedAt).toBe(2000);
});

test('lists that the root did not sign are refused, and what was known stays', async () => {
  const trust = await openTrustStore(database(), issuer, rootJwk, now);
  await trust.update(await listsOf(1, 1000), rootJwk);
  const stranger = generateKeyPairSync('ed25519').privateKey;
  expect(await trust.update(await listsOf(9, 9000, stranger), rootJwk)).toEqual(refused);
  expect(trust.current().keys.version).toBe(1);
});

test('the greatest version is remembered where the list itself was lost', async () => {
  const db = database();
  const trust = await openTrustStore(db, issuer, rootJwk, now);
  await trust.update(await listsOf(7, 1000), rootJwk);
  db.exec('DELETE FROM trust');
  const again = await openTrustStore(db, issuer, rootJwk, now);
  expect(await again.update(await listsOf(6, 900), rootJwk)).toEqual(refused);
  expect(await again.update(await listsOf(7, 1000), rootJwk)).toBeNull();
});
