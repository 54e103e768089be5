import type { KioskStatus, Synced } from '#core/api/contract.ts';
import { lowWater, type Numbers, type TrustStore, withdrawnCards } from '#core/cards/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { type CentralClient, createCentralClient, registerDevice, syncOnce } from '#sync/outbox/index.ts';
import { LeasePurpose, type Receipt } from '#sync/packet/index.ts';
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
  extends Pick<
    Parts,
    'db' | 'site' | 'audit' | 'cards' | 'people' | 'outbox' | 'deviceKey' | 'events' | 'now'
  > {
  readonly numbers: Numbers;
  readonly trust: TrustStore;
  readonly registration: RegistrationStore;
}

/** How many numbers to ask for at once. */
const leaseSize = { ordinary: 1000, emergency: 300 } as const;
/** Reasons for which central can never accept the card of a packet. */
const cardIsNoGood = new Set(['number-not-leased', 'unknown-person']);

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
        if (answer.registration.emergency) numbers.addLease(answer.registration.emergency, 'emergency');
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

/** What a receipt means for the card that its packet told of; one of a card taken back tells of none. */
function settle({ db, cards, people, audit }: Needs, receipt: Receipt): void {
  db.transaction(() => {
    if (receipt.outcome === 'rejected') audit.append('packet-parked', { subject: receipt.packetId });
    const { packetId, personId } = receipt;
    const card = personId ? cards.ofPacket(packetId, personId) : null;
    const known = card && people.get(card.personId);
    if (!card || !known || card.state === 'revoked') return;
    if (receipt.outcome === 'accepted') {
      cards.confirm(card.number, known.person);
      audit.append('card-confirmed', { subject: card.number });
    } else if (receipt.outcome === 'duplicate-of' || cardIsNoGood.has(receipt.reason)) {
      cards.advance(card.number, 'revoked');
      audit.append('card-revoked', { subject: card.number });
    }
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
  for (const purpose of LeasePurpose.options) {
    if (numbers.left()[purpose] >= lowWater[purpose]) continue;
    const leased = await client.requestLease(leaseSize[purpose], purpose);
    if (leased.outcome === 'unreachable') return refuse('central-unreachable');
    if (leased.outcome === 'refused') return refuse('central-refused', [leased.reason]);
    numbers.addLease(leased.lease, purpose);
  }
  return null;
}

function outcomeOf(result: Synced | Refused): 'synced' | 'unreachable' | 'refused' {
  if (!isRefused(result)) return 'synced';
  return result.code === 'central-unreachable' ? 'unreachable' : 'refused';
}
