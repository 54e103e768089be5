import { createHash, createPublicKey, type KeyObject, randomInt } from 'node:crypto';
import type { z } from 'zod';
import { deviceKid } from '#health-card/index.ts';
import { type Lease, type LeasePurpose, PublicJwk } from '#sync/packet/index.ts';
import { emergencyBlock, firstLease, largestBlock, leaseBlock } from './leases.ts';
import { raiseKeyListVersion } from './lists.ts';
import type { Sql } from './sql.ts';

/*
 * A device is registered by a one-time code that an administrator hands to the person who sets it up. The code is
 * kept as a hash. It brings one key in: the same key may ask again, since its first answer can be lost on the way.
 */

/** Crockford's alphabet: no I, L, O or U to misread. */
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 bits, beyond guessing. */
const codeLetters = 16;
const day = 86_400_000;
const codeLifetime = 7 * day;
const keyLifetime = 10 * 365 * day;

export interface DeviceKey {
  readonly kid: string;
  readonly deviceId: string;
  readonly publicKey: KeyObject;
  readonly revoked: boolean;
}

export type Registration =
  | {
      readonly outcome: 'registered';
      readonly deviceId: string;
      readonly kid: string;
      readonly lease: Lease;
      readonly emergency: Lease;
    }
  | { readonly outcome: 'refused'; readonly reason: 'unknown-code' | 'device-revoked' };

/** A new code for a device of this name, such as 4TZ0-9XKM-A2PD-7E3H; good for a week, and once. */
export async function newCode(sql: Sql, deviceId: string, now: number): Promise<string> {
  const letters = Array.from({ length: codeLetters }, () => codeAlphabet[randomInt(codeAlphabet.length)]);
  const code = letters.join('').replace(/.{4}(?=.)/g, '$&-');
  await sql.query('INSERT INTO registration_codes VALUES ($1, $2, $3)', [
    hashOf(code),
    deviceId,
    new Date(now + codeLifetime),
  ]);
  return code;
}

/** Registers the key that a code brings, with its first block of numbers. */
export async function register(
  sql: Sql,
  code: string,
  jwk: z.infer<typeof PublicJwk>,
  now: number,
): Promise<Registration> {
  const kid = kidOf(createPublicKey({ key: jwk, format: 'jwk' }));
  const at = new Date(now);
  return sql.transaction(async (inner): Promise<Registration> => {
    const [taken] = await inner.query<{ device_id: string; kid: string | null }>(
      `SELECT device_id, kid FROM registration_codes
       WHERE hash = $1 AND (kid = $2 OR (kid IS NULL AND expires_at > $3)) FOR UPDATE`,
      [hashOf(code), kid, at],
    );
    if (!taken) return { outcome: 'refused', reason: 'unknown-code' };
    await inner.query('UPDATE registration_codes SET kid = $2 WHERE hash = $1', [hashOf(code), kid]);
    const added = await inner.query(
      `INSERT INTO device_keys VALUES ($1, $2, $3, $4, $5) ON CONFLICT (kid) DO NOTHING RETURNING kid`,
      [kid, taken.device_id, JSON.stringify(jwk), at, new Date(now + keyLifetime)],
    );
    if (added.length > 0) await raiseKeyListVersion(inner);
    const device = await findDevice(inner, kid);
    if (!device || device.revoked) return { outcome: 'refused', reason: 'device-revoked' };
    const block = async (purpose: LeasePurpose, size: number) =>
      (taken.kid && (await firstLease(inner, kid, purpose))) || leaseBlock(inner, kid, size, now, purpose);
    const lease = await block('ordinary', largestBlock);
    const emergency = await block('emergency', emergencyBlock);
    return { outcome: 'registered', deviceId: device.deviceId, kid, lease, emergency };
  });
}

/** The device key of this id, revoked or not; null when it was never registered. */
export async function findDevice(sql: Sql, kid: string): Promise<DeviceKey | null> {
  const [row] = await sql.query<{ device_id: string; jwk: unknown; revoked_at: Date | null }>(
    'SELECT device_id, jwk, revoked_at FROM device_keys WHERE kid = $1',
    [kid],
  );
  if (!row) return null;
  const publicKey = createPublicKey({ key: PublicJwk.parse(row.jwk), format: 'jwk' });
  return { kid, deviceId: row.device_id, publicKey, revoked: row.revoked_at !== null };
}

/** The public key of a device in good standing; null for an unknown and for a revoked one. */
export async function goodKey(sql: Sql, kid: string): Promise<KeyObject | null> {
  const device = await findDevice(sql, kid);
  return device && !device.revoked ? device.publicKey : null;
}

/** Takes every key of a device back, from now on; false when it has none left to take. */
export async function revokeDevice(sql: Sql, deviceId: string, now: number): Promise<boolean> {
  return sql.transaction(async (inner) => {
    const revoked = await inner.query(
      'UPDATE device_keys SET revoked_at = $2 WHERE device_id = $1 AND revoked_at IS NULL RETURNING kid',
      [deviceId, new Date(now)],
    );
    if (revoked.length > 0) await raiseKeyListVersion(inner);
    return revoked.length > 0;
  });
}

const kidOf = (publicKey: KeyObject) => Buffer.from(deviceKid(publicKey)).toString('hex');

/** Typed by hand: case, dashes and the letters most often misread do not matter. */
function hashOf(code: string): string {
  const letters = code
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(letters).digest('hex');
}
