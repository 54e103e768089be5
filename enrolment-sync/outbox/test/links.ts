import { createHash, generateKeyPairSync } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { exportJWK } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { type Receipt, signReceipt, verifyRequest } from '#sync/packet/index.ts';
import { newDevice } from '#sync/packet/test/enrolments.ts';
import { createCentralClient } from '../client.ts';
import { openOutbox } from '../outbox.ts';
import { outboxSchema } from '../schema.ts';

/* A kiosk with an outbox, and a central that only checks signatures and says what the test wants it to say. */

type Verdict = (packetId: string) => Receipt | Response | null;

export async function kioskAndCentral() {
  const receiptKeys = generateKeyPairSync('ed25519');
  const device = { id: 'kiosk-1', ...newDevice() };
  const received: string[] = [];
  const nonces = new Set<string>();
  const state = { clock: Date.now(), verdict: accept, privateKey: receiptKeys.privateKey };
  const db = new SqliteDatabase(':memory:');
  db.exec(outboxSchema);
  const outbox = openOutbox(db, { now: () => state.clock, random: () => 0 });

  const central = async (...given: Parameters<typeof fetch>): Promise<Response> => {
    const request = new Request(...given);
    const { method, url } = request;
    const body = new Uint8Array(await request.arrayBuffer());
    const headers = Object.fromEntries(request.headers);
    const now = state.clock;
    const verified = await verifyRequest({ method, url, headers, body }, async () => device.publicKey, now);
    if (verified.outcome === 'refused') return refusal(verified.reason, 401, now);
    if (nonces.has(verified.nonce)) return refusal('replayed', 409, now);
    nonces.add(verified.nonce);
    const packetId = createHash('sha256').update(body).digest('hex');
    const verdict = state.verdict(packetId);
    if (verdict instanceof Response) return verdict;
    received.push(packetId);
    if (!verdict) throw new TypeError('the link died before the answer');
    return Response.json({ receipt: await signReceipt(verdict, state.privateKey) });
  };

  const clientOver = async (link: typeof fetch = central) =>
    createCentralClient({
      baseUrl: 'http://central.test',
      device,
      fetch: link,
      centralReceiptKey: await exportJWK(receiptKeys.publicKey),
    });

  /** Queues packets for a person, in order; their ids. */
  const queue = (count: number, owner = uuidv7()) =>
    Array.from({ length: count }, (_, index) => {
      const bytes = Buffer.from(`packet ${index + 1} of ${owner}`);
      const id = createHash('sha256').update(bytes).digest('hex');
      people.set(id, owner);
      outbox.add({ id, personId: owner, revision: index + 1, bytes, district: '84' });
      return id;
    });
  const people = new Map<string, string>();

  function accept(packetId: string): Receipt | Response | null {
    return { outcome: 'accepted', packetId, personId: personOf(packetId), at: new Date(0).toISOString() };
  }
  const personOf = (packetId: string) => people.get(packetId) ?? uuidv7();

  const say = (verdict: Verdict) => {
    state.verdict = verdict;
  };
  return { db, outbox, central, clientOver, queue, received, state, say, accept, personOf };
}

function refusal(error: string, status: number, now: number): Response {
  return Response.json({ error, now: new Date(now).toISOString() }, { status });
}
