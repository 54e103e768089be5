import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { z } from 'zod';
import { type Refused, refuse } from '#core/refusals/codes.ts';
import type { Database } from '#core/storage/database.ts';
import { readMeta, writeMeta } from '#core/storage/meta.ts';
import { deviceKid, openKeyList, openStatusList, type Trust } from '#health-card/index.ts';

/*
 * What lets this kiosk judge a card without a network: the list of device keys and the status list, both signed
 * by the programme's root. A list older than the newest ever seen is not taken, or a revocation could be undone.
 */

/** The newest lists ever taken of a root, remembered apart from the lists themselves. */
const Newest = z.object({ root: z.string(), version: z.int(), statusIssuedAt: z.int() });

export interface TrustStore {
  current(): Trust;
  /** Takes newer lists; refusal: central-refused when the root did not sign them. */
  update(
    lists: { readonly keyList: string; readonly statusList: Uint8Array },
    root: JsonWebKey,
  ): Promise<Refused | null>;
}

interface TrustRow {
  readonly body: Buffer;
}

/** Opens the lists kept in the database; without any, every card is of an unknown issuer. */
export async function openTrustStore(
  db: Database,
  issuer: string,
  root: JsonWebKey | null,
  now: () => Date,
): Promise<TrustStore> {
  let trust: Trust = { keys: { version: 0, issuedAt: 0, keys: [] }, status: null, issuer };
  const read = db.prepare<[string], TrustRow>('SELECT body FROM trust WHERE name = ?');
  const write = db.prepare('INSERT OR REPLACE INTO trust (name, body, fetched_at) VALUES (?, ?, ?)');

  const open = async (keyList: string, statusList: Uint8Array, key: JsonWebKey): Promise<Trust | null> => {
    const publicKey = createPublicKey({ key, format: 'jwk' });
    const keys = await openKeyList(keyList, publicKey);
    const status = openStatusList(statusList, publicKey);
    if (keys.outcome === 'refused' || status.outcome === 'refused') return null;
    return { keys: keys.list, status: status.list, issuer };
  };

  const keyList = read.get('key-list');
  const statusList = read.get('status-list');
  if (root && keyList && statusList)
    trust = (await open(keyList.body.toString(), statusList.body, root)) ?? trust;

  return {
    current: () => trust,
    async update(lists, key) {
      const newer = await open(lists.keyList, lists.statusList, key);
      if (!newer) return refuse('central-refused');
      const seen = {
        root: idOf(key),
        version: newer.keys.version,
        statusIssuedAt: newer.status?.issuedAt ?? 0,
      };
      const atHand = { ...seen, version: trust.keys.version, statusIssuedAt: trust.status?.issuedAt ?? 0 };
      if (isOlder(seen, readMeta(db, 'newest-lists', Newest) ?? atHand)) return refuse('central-refused');
      db.transaction(() => {
        write.run('key-list', Buffer.from(lists.keyList), now().toISOString());
        write.run('status-list', lists.statusList, now().toISOString());
        writeMeta(db, 'newest-lists', seen);
      })();
      trust = newer;
      return null;
    },
  };
}

type Newest = z.infer<typeof Newest>;

/** Lists of another root, that of a new central, are not compared. */
function isOlder(lists: Newest, than: Newest): boolean {
  if (lists.root !== than.root) return false;
  return lists.version < than.version || lists.statusIssuedAt < than.statusIssuedAt;
}

const idOf = (key: JsonWebKey) =>
  Buffer.from(deviceKid(createPublicKey({ key, format: 'jwk' }))).toString('hex');
