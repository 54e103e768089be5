import { type CentralRefusal, nonceLifetime, verifyRequest } from '#sync/packet/index.ts';
import { findDevice } from './devices.ts';
import type { Sql } from './sql.ts';

/*
 * Who sends this request? A signature (RFC 9421) of a registered device, made now and not seen before. Nonces are
 * remembered for as long as a signature can stay good, and no longer.
 */

export type Authentication =
  | { readonly outcome: 'authenticated'; readonly kid: string }
  | { readonly outcome: 'refused'; readonly reason: CentralRefusal['error'] };

/** The key id of the device that signed the request; each signature is good once. `now` in milliseconds. */
export async function authenticate(
  sql: Sql,
  { method, url, headers }: Request,
  body: Uint8Array,
  now: number,
): Promise<Authentication> {
  const request = { method, url, headers: Object.fromEntries(headers), body };
  const deviceKey = async (kid: string) => (await findDevice(sql, kid))?.publicKey ?? null;
  const verdict = await verifyRequest(request, deviceKey, now);
  if (verdict.outcome === 'refused') return verdict;
  const { kid, nonce } = verdict;
  const device = await findDevice(sql, kid);
  if (device?.revoked) return { outcome: 'refused', reason: 'device-revoked' };
  if (await isFirst(sql, kid, nonce, now)) return { outcome: 'authenticated', kid };
  return { outcome: 'refused', reason: 'replayed' };
}

async function isFirst(sql: Sql, kid: string, nonce: string, now: number): Promise<boolean> {
  await sql.query('DELETE FROM nonces WHERE expires_at < $1', [new Date(now)]);
  const added = await sql.query(
    'INSERT INTO nonces VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING nonce',
    [kid, nonce, new Date(now + nonceLifetime)],
  );
  return added.length > 0;
}
