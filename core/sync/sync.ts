import type { KioskStatus, Synced } from '#core/api/contract.ts';
import { type Numbers, type TrustStore, withdrawnCards } from '#core/cards/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { type CentralClient, createCentralClient, registerDevice, syncOnce } from '#sync/outbox/index.ts';
import type { Receipt } from '#sync/packet/index.ts';
import type { RegistrationStore } from './registration.ts';

/*
 * The kiosk's side of a sync: send what waits, take receipts, then fetch key list, status list and, when numbers
 * run low, another lease. Each part is durable by itself; a link that dies in the middle loses nothing.
 */

export interface Sync {
  /** Refusals: not-registered, central-unreachable, central-refused. One runs at a time. */
  run(): Promise<Synced | Refused>;
  /** Registers with a one-time code, then fetches the lists. Refusals: central-unreachable, central-refused. */
  register(code: string): Promise<Refused | null>;
  /** How the last one ended. */
  last(): KioskStatus['lastSync'];
  /** Ends the round under way, if any; before the database is closed. */
  stop(): Promise<void>;
}

interface Needs
  extends Pick<Parts, 'db' | 'site' | 'audit' | 'cards' | 'outbox' | 'deviceKey' | 'events' | 'now'> {
  readonly numbers: Numbers;
  readonly trust: TrustStore;
  readonly registration: RegistrationStore;
}

const lowWater = 300;
const leaseSize = 1000;

export function openSync(needs: Needs): Sync {
  let last: KioskStatus['lastSync'] = null;
  let running: Promise<Synced | Refused> | null = null;
  const ending = new AbortController();

  const run = async (): Promise<Synced | Refused> => {
    const client = clientOf(needs);
    const result = client ? await exchange(needs, client, ending.signal) : refuse('not-registered');
    if (!isRefused(result) || result.code !== 'not-registered') {
      last = { at: needs.now().toISOString(), outcome: outcomeOf(result) };
    }
    needs.events.emit('status');
    return result;
  };
  const runOnce = () => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    run: runOnce,
    async register(code) {
      const { site, deviceKey, registration, numbers, audit, db } = needs;
      if (!site.central) return refuse('central-unreachable');
      const answer = await registerDevice({
        baseUrl: site.central.url,
        code,
        publicKey: deviceKey.publicKey,
      });
      if (answer.outcome === 'unreachable') return refuse('central-unreachable');
      if (answer.outcome === 'refused') return refuse('central-refused', [answer.reason]);
      db.transaction(() => {
        registration.save(answer.registration);
        numbers.addLease(answer.registration.lease);
        audit.append('kiosk-registered', { subject: answer.registration.deviceId });
      })();
      const result = await runOnce();
      return isRefused(result) ? result : null;
    },
    last: () => last,
    async stop() {
      ending.abort();
      await running?.catch(() => undefined);
    },
  };
}

function clientOf({ site, registration, deviceKey }: Needs): CentralClient | null {
  const registered = registration.current();
  if (!registered || !site.central) return null;
  return createCentralClient({
    baseUrl: site.central.url,
    device: { id: registered.deviceId, kid: deviceKey.kid, privateKey: deviceKey.privateKey },
    centralReceiptKey: registered.receiptKey,
  });
}

async function exchange(needs: Needs, client: CentralClient, signal: AbortSignal): Promise<Synced | Refused> {
  const { outbox, audit, db } = needs;
  const sent = await syncOnce({
    outbox,
    central: client,
    onReceipt: (receipt) => settle(needs, receipt),
    signal,
  });
  if (sent.outcome === 'unreachable') return refuse('central-unreachable');
  if (sent.outcome === 'refused') return refuse('central-refused', [sent.reason]);
  const refused = (await fetchLists(needs, client)) ?? (await refillNumbers(needs, client));
  if (refused) return refused;
  withdraw(needs);
  db.transaction(() => audit.append('synced'))();
  const { accepted, duplicates, parked } = sent;
  return { outcome: 'synced', accepted, duplicates, parked };
}

/** What a receipt means for the card of that person. */
function settle({ db, cards, audit }: Needs, receipt: Receipt): void {
  db.transaction(() => {
    if (receipt.outcome === 'rejected') {
      audit.append('packet-parked', { subject: receipt.packetId });
      return;
    }
    const number = cards.numberOf(receipt.personId);
    if (!number) return;
    const confirmed = receipt.outcome === 'accepted';
    cards.advance(number, confirmed ? 'confirmed' : 'revoked');
    audit.append(confirmed ? 'card-confirmed' : 'card-revoked', { subject: number });
  })();
}

/** Cards that central revoked count here no more either. */
function withdraw({ db, cards, audit, trust }: Needs): void {
  for (const number of withdrawnCards(db, trust.current())) {
    db.transaction(() => {
      cards.advance(number, 'revoked');
      audit.append('card-revoked', { subject: number });
    })();
  }
}

async function fetchLists({ trust, registration }: Needs, client: CentralClient): Promise<Refused | null> {
  const root = registration.current()?.rootKey;
  if (!root) return refuse('not-registered');
  const fetched = await client.fetchLists();
  if (fetched.outcome === 'unreachable') return refuse('central-unreachable');
  if (fetched.outcome === 'refused') return refuse('central-refused', [fetched.reason]);
  const { keyList, statusList } = fetched.lists;
  return trust.update({ keyList, statusList: Buffer.from(statusList, 'base64url') }, root);
}

async function refillNumbers({ numbers }: Needs, client: CentralClient): Promise<Refused | null> {
  if (numbers.left() >= lowWater) return null;
  const leased = await client.requestLease(leaseSize);
  if (leased.outcome === 'unreachable') return refuse('central-unreachable');
  if (leased.outcome === 'refused') return refuse('central-refused', [leased.reason]);
  numbers.addLease(leased.lease);
  return null;
}

function outcomeOf(result: Synced | Refused): 'synced' | 'unreachable' | 'refused' {
  if (!isRefused(result)) return 'synced';
  return result.code === 'central-unreachable' ? 'unreachable' : 'refused';
}
