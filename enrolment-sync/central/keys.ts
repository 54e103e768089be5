import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { deviceKid } from '#health-card/index.ts';
import type { Sql } from './sql.ts';

/*
 * Central's own keys, made on the first start and kept in its database. The root signs key list and status list,
 * the receipt key signs receipts, and packets are encrypted to the encryption key. They lie there in clear: a
 * production central keeps them in an HSM, or wraps them by a passphrase.
 */

export interface CentralKeys {
  /** Ed25519. */
  readonly root: KeyObject;
  /** Eight bytes, names the root in the status list. */
  readonly rootKid: Uint8Array;
  /** Ed25519. */
  readonly receipt: KeyObject;
  /** P-256. */
  readonly encryption: KeyObject;
}

const StoredKey = z.looseObject({ kty: z.string(), crv: z.string(), x: z.string(), d: z.string() });

/** Reads central's keys, or makes them. */
export async function openKeys(sql: Sql): Promise<CentralKeys> {
  const ed25519 = () => generateKeyPairSync('ed25519').privateKey;
  const p256 = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const root = await readOrMake(sql, 'root', ed25519);
  return {
    root,
    rootKid: deviceKid(createPublicKey(root)),
    receipt: await readOrMake(sql, 'receipt', ed25519),
    encryption: await readOrMake(sql, 'encryption', p256),
  };
}

async function readOrMake(sql: Sql, name: string, make: () => KeyObject): Promise<KeyObject> {
  const read = () => sql.query<{ jwk: unknown }>('SELECT jwk FROM keys WHERE name = $1', [name]);
  let [stored] = await read();
  if (!stored) {
    const jwk = JSON.stringify(make().export({ format: 'jwk' }));
    await sql.query('INSERT INTO keys VALUES ($1, $2) ON CONFLICT DO NOTHING', [name, jwk]);
    [stored] = await read();
  }
  return createPrivateKey({ key: StoredKey.parse(stored?.jwk), format: 'jwk' });
}
