/*
 * The one door to the database. Statements are plain PostgreSQL with numbered parameters, valid on the embedded
 * PGlite and on a PostgreSQL server alike; what differs between the two is the adapter's business (pglite.ts).
 *
 * Rows come back with `bigint` as number (ours stay below 2^53), `bytea` as Uint8Array, `timestamptz` as Date and
 * `jsonb` parsed. JSON goes in as text, a vector as its text form.
 */
export interface Sql {
  /** Runs one statement and gives its rows. Throws what the database says. */
  query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements without parameters. */
  script(text: string): Promise<void>;
  /** All of it or nothing. Statements inside go through the handle given; a throw rolls back. */
  transaction<Result>(run: (sql: Sql) => Promise<Result>): Promise<Result>;
}

export interface Database extends Sql {
  close(): Promise<void>;
}
