import type { KeyObject } from 'node:crypto';
import { openPacket, type PacketOpening, packetId, Receipt } from '#sync/packet/index.ts';
import { cardHolder, revokeCard, saveCard } from './cards.ts';
import { findDevice, goodKey } from './devices.ts';
import { type Duplicate, findDuplicates } from './duplicates.ts';
import { isOwnNumber } from './leases.ts';
import { takeNotice } from './notices.ts';
import { comparableVector, hasDirection, knownRevision, replacePerson } from './people.ts';
import type { Sql } from './sql.ts';

/*
 * A packet comes in. One transaction holds the packet, what it says, and central's verdict; the receipt is made
 * from what that transaction wrote, so a receipt that left is true whatever happens next, and a packet sent again
 * gets the same one. Packets are taken in one after the other: two enrolments of one person must see each other.
 */

/** Names our advisory lock among others on the same server. */
const ingestLock = 4_016_169;

/** Pairs put before a person for one packet: the surest. */
const mostQuestions = 5;

type Opened = Extract<PacketOpening, { outcome: 'opened' }>;
type Verdict =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'duplicate-of'; readonly duplicateOf: string }
  | { readonly outcome: 'rejected'; readonly reason: string };

/** Takes a packet in, or says what was said before. The receipt is durable when it returns, and not yet signed. */
export async function ingest(
  sql: Sql,
  centralPrivateKey: KeyObject,
  bytes: Uint8Array,
  at: Date,
): Promise<Receipt> {
  const id = packetId(bytes);
  const given = await storedReceipt(sql, id);
  if (given) return given;
  const opening = await openPacket(bytes, { centralPrivateKey, deviceKey: (kid) => goodKey(sql, kid) });
  return sql.transaction(async (inner) => {
    await inner.query('SELECT pg_advisory_xact_lock($1)', [ingestLock]);
    const meanwhile = await storedReceipt(inner, id);
    if (meanwhile) return meanwhile;
    const verdict = await verdictOn(inner, id, opening, at);
    const personId = personOf(opening);
    const receipt = Receipt.parse({ ...verdict, packetId: id, personId, at: at.toISOString() });
    await inner.query('INSERT INTO packets VALUES ($1, $2, $3, $4, $5, $6)', [
      id,
      opening.outcome === 'refused' ? null : opening.kid,
      personId,
      JSON.stringify(receipt),
      at,
      verdict.outcome === 'rejected' ? null : bytes,
    ]);
    return receipt;
  });
}

function verdictOn(sql: Sql, id: string, opening: PacketOpening, at: Date): Promise<Verdict> | Verdict {
  if (opening.outcome === 'refused') return { outcome: 'rejected', reason: opening.reason };
  if (opening.outcome === 'notice') return takeNotice(sql, id, opening.kid, opening.notice, at);
  return takeIn(sql, id, opening, at);
}

function personOf(opening: PacketOpening): string | null {
  if (opening.outcome === 'refused') return null;
  return (opening.outcome === 'notice' ? opening.notice : opening.record).personId;
}

async function storedReceipt(sql: Sql, id: string): Promise<Receipt | null> {
  const [row] = await sql.query<{ receipt: unknown }>('SELECT receipt FROM packets WHERE packet_id = $1', [
    id,
  ]);
  return row ? Receipt.parse(row.receipt) : null;
}

/** Everything is checked before anything is written. */
async function takeIn(sql: Sql, id: string, packet: Opened, at: Date): Promise<Verdict> {
  const { record, biometrics } = packet;
  const flaw = await flawOf(sql, packet);
  if (flaw) return { outcome: 'rejected', reason: flaw };
  const known = await knownRevision(sql, record.personId);
  const found = await findDuplicates(sql, record.personId, record.person, biometrics);
  const [surest] = found;
  await saveCard(sql, id, record.person.address.districtLgd, record.personId, record.card);
  if (known === null && surest?.band === 'same') {
    await revokeCard(sql, record.card.number, at);
    return { outcome: 'duplicate-of', duplicateOf: surest.personId };
  }
  if (known === null || record.revision > known) await replacePerson(sql, record, biometrics);
  await askAbout(sql, id, record.personId, found, at);
  return { outcome: 'accepted' };
}

/** What is wrong with an opened packet, or null: a contradiction in itself, or a number that is not its device's. */
async function flawOf(sql: Sql, { kid, record, biometrics }: Opened) {
  const device = await findDevice(sql, kid);
  if (record.card.kid !== kid || record.device !== device?.deviceId) return 'malformed';
  if (holdsNul(record, biometrics)) return 'malformed';
  const vector = comparableVector(biometrics.face);
  if (vector && !hasDirection(vector)) return 'malformed';
  if (new Set(biometrics.fingers.map(({ position }) => position)).size < biometrics.fingers.length)
    return 'malformed';
  if (!(await isOwnNumber(sql, kid, record.card))) return 'number-not-leased';
  const holder = await cardHolder(sql, record.card.number);
  // A kiosk put back from an old copy gives numbers a second time.
  return holder && holder !== record.personId ? 'number-not-leased' : null;
}

/** PostgreSQL's texts cannot hold U+0000, which would fail this packet for ever. */
function holdsNul(record: Opened['record'], { face, fingers }: Opened['biometrics']): boolean {
  const texts = [record, face?.model, fingers.map(({ engine }) => engine)];
  return JSON.stringify(texts).includes('\\u0000');
}

/** Puts the question before a person: is this the same one? */
async function askAbout(
  sql: Sql,
  id: string,
  personId: string,
  found: readonly Duplicate[],
  at: Date,
): Promise<void> {
  for (const { personId: other, score, reasons } of found.slice(0, mostQuestions))
    await sql.query('INSERT INTO adjudications VALUES ($1, $2, $3, $4, $5, $6)', [
      id,
      personId,
      other,
      score,
      JSON.stringify(reasons),
      at,
    ]);
}
