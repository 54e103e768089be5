import { type KeyListEntry, signKeyList, signStatusList } from '#health-card/index.ts';
import { PublicJwk } from '#sync/packet/index.ts';
import type { CentralKeys } from './keys.ts';
import { statusListLength } from './leases.ts';
import type { Sql } from './sql.ts';

/* What lets a kiosk judge a card offline: whose keys may issue, and which cards were taken back. */

/** Seconds after which a kiosk with a network should ask again. */
const statusListTtl = 3600;
const revoked = 1;

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

/** The list of all device keys ever registered, as a compact JWS signed by the root; `now` in milliseconds. */
export async function keyList(sql: Sql, keys: CentralKeys, now: number): Promise<string> {
  const [version] = await sql.query<{ value: number }>(
    `SELECT value FROM counters WHERE name = 'key-list-version'`,
  );
  const rows = await sql.query<{
    kid: string;
    device_id: string;
    jwk: unknown;
    not_before: Date;
    not_after: Date;
    revoked_at: Date | null;
  }>(
    'SELECT kid, device_id, jwk, not_before, not_after, revoked_at FROM device_keys ORDER BY not_before, kid',
  );
  const entries = rows.map(
    (row): KeyListEntry => ({
      kid: row.kid,
      publicKey: PublicJwk.parse(row.jwk),
      device: row.device_id,
      notBefore: seconds(row.not_before),
      notAfter: seconds(row.not_after),
      ...(row.revoked_at && { revokedAt: seconds(row.revoked_at) }),
    }),
  );
  const list = { version: version?.value ?? 0, issuedAt: seconds(new Date(now)), keys: entries };
  return signKeyList(list, keys.root);
}

/** The standing of every number ever leased, as a signed status list token (CWT); `now` in milliseconds. */
export async function statusList(sql: Sql, keys: CentralKeys, uri: string, now: number): Promise<Uint8Array> {
  const statuses = new Uint8Array(await statusListLength(sql));
  const rows = await sql.query<{ status_index: number }>('SELECT status_index FROM revoked_cards');
  for (const { status_index } of rows) statuses[status_index] = revoked;
  const signer = { kid: keys.rootKid, privateKey: keys.root };
  const content = { uri, bits: 1, statuses, issuedAt: seconds(new Date(now)), ttl: statusListTtl } as const;
  return signStatusList(content, signer);
}

/** Kiosks refuse a key list older than theirs; run it in the transaction that changes the list. */
export async function raiseKeyListVersion(sql: Sql): Promise<void> {
  await sql.query(
    `INSERT INTO counters VALUES ('key-list-version', 1)
     ON CONFLICT (name) DO UPDATE SET value = counters.value + 1`,
  );
}
