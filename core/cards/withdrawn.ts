import type { Database } from '#core/storage/database.ts';
import type { Trust } from '#health-card/index.ts';

/** Numbers of this kiosk's own cards that the status list has revoked, and that still stand as good here. */
export function withdrawnCards(db: Database, { status }: Trust): string[] {
  if (!status) return [];
  return db
    .prepare<[], { number: string; index: number }>(
      `SELECT number, status_index AS "index" FROM cards WHERE state <> 'revoked'`,
    )
    .all()
    .filter(({ index }) => status.statusOf(index) === 'revoked')
    .map(({ number }) => number);
}
