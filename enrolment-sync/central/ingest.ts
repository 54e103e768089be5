import type { KeyObject } from 'node:crypto';
import { openPacket, type PacketOpening, packetId, Receipt } from '#sync/packet/index.ts';
import { revokeCard } from './cards.ts';
import { findDevice, goodKey } from './devices.ts';
import { type Duplicate, findDuplicates } from './duplicates.ts';
import { findLeased } from './leases.ts';
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
    const opened = opening.outcome === 'opened' ? opening : null;
    const verdict = opened
      ? await takeIn(inner, id, opened, at)
      : { outcome: 'rejected', reason: opening.outcome === 'refused' ? opening.reason : '' };
    const personId = opened?.record.personId ?? null;
    const receipt = Receipt.parse({ ...verdict, packetId: id, personId, at: at.toISOString() });
    await inner.query('INSERT INTO packets VALUES ($1, $2, $3, $4, $5, $6)', [
      id,
      opened?.kid ?? null,
      personId,
      JSON.stringify(receipt),
      at,
      verdict.outcome === 'rejected' ? null : bytes,
    ]);
    return receipt;
  });
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
  await saveCard(sql, id, packet);
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
  const { number, statusIndex } = record.card;
  const leased = await findLeased(sql, number);
  if (leased?.kid !== kid || leased.statusIndex !== statusIndex) return 'number-not-leased';
  const [holder] = await sql.query<{ person_id: string }>('SELECT person_id FROM cards WHERE number = $1', [
    number,
  ]);
  // A kiosk put back from an old copy gives numbers a second time.
  return holder && holder.person_id !== record.personId ? 'number-not-leased' : null;
}

/** PostgreSQL's texts cannot hold U+0000, which would fail this packet for ever. */
function holdsNul(record: Opened['record'], { face, fingers }: Opened['biometrics']): boolean {
  const texts = [record, face?.model, fingers.map(({ engine }) => engine)];
  return JSON.stringify(texts).includes('\\u0000');
}

async function saveCard(sql: Sql, id: string, { record: { card, person, personId } }: Opened): Promise<void> {
  await sql.query('DELETE FROM cards WHERE number = $1', [card.number]);
  await sql.query('INSERT INTO cards VALUES ($1, $2, $3, $4, $5, $6)', [
    person.address.districtLgd,
    card.number,
    personId,
    card.kid,
    card.issuedAt,
    id,
  ]);
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
