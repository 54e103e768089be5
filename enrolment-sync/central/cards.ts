import type { PacketCard } from '#sync/packet/index.ts';
import { findLeased } from './leases.ts';
import type { Sql } from './sql.ts';

/**
 * Takes a card back in the status list, also one that central never received: a thief's card. False when the number
 * is wrong or was never leased.
 */
export async function revokeCard(
  sql: Sql,
  number: string,
  at: Date,
  reason: string | null = null,
): Promise<boolean> {
  const leased = await findLeased(sql, number);
  if (!leased) return false;
  await sql.query('INSERT INTO revoked_cards VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    leased.statusIndex,
    number,
    at,
    reason,
  ]);
  return true;
}

/** The person whose card has this number; null when central knows of none. */
export async function cardHolder(sql: Sql, number: string): Promise<string | null> {
  const [row] = await sql.query<{ person_id: string }>('SELECT person_id FROM cards WHERE number = $1', [
    number,
  ]);
  return row?.person_id ?? null;
}

/** Writes down a card and the packet that told of it, in the place of one of the same number. */
export async function saveCard(
  sql: Sql,
  packetId: string,
  district: string,
  personId: string,
  { number, kid, issuedAt }: PacketCard,
): Promise<void> {
  await sql.query('DELETE FROM cards WHERE number = $1', [number]);
  await sql.query('INSERT INTO cards VALUES ($1, $2, $3, $4, $5, $6)', [
    district,
    number,
    personId,
    kid,
    issuedAt,
    packetId,
  ]);
}
