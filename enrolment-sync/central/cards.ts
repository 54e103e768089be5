import { findLeased } from './leases.ts';
import type { Sql } from './sql.ts';

/**
 * Takes a card back in the status list, also one that central never received: a thief's card. False when the number
 * is wrong or was never leased.
 */
export async function revokeCard(sql: Sql, number: string, at: Date): Promise<boolean> {
  const leased = await findLeased(sql, number);
  if (!leased) return false;
  await sql.query('INSERT INTO revoked_cards VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    leased.statusIndex,
    number,
    at,
  ]);
  return true;
}
