import type { Sql } from './sql.ts';

export interface Counts {
  readonly people: number;
  /** Packets taken in: accepted or duplicates. */
  readonly packets: number;
  readonly duplicates: number;
  /** Devices with a key that is not revoked. */
  readonly devices: number;
  /** Pairs of people on whom nobody has decided yet. */
  readonly undecided: number;
}

export async function counts(sql: Sql): Promise<Counts> {
  const [row] = await sql.query<Counts>(`SELECT
    (SELECT count(*)::integer FROM people) AS people,
    (SELECT count(*)::integer FROM packets WHERE body IS NOT NULL) AS packets,
    (SELECT count(*)::integer FROM packets WHERE receipt->>'outcome' = 'duplicate-of') AS duplicates,
    (SELECT count(DISTINCT device_id)::integer FROM device_keys WHERE revoked_at IS NULL) AS devices,
    (SELECT count(*)::integer FROM adjudications WHERE decided_at IS NULL) AS undecided`);
  return row;
}
