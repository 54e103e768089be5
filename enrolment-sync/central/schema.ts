import type { Sql } from './sql.ts';

/*
 * What central keeps. Tables that grow with the people (people, faces, fingers, cards) are keyed by district, so
 * that Citus can spread them; the rest is small or looked up by its own key alone.
 */

const first = `
CREATE EXTENSION IF NOT EXISTS vector;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE keys (name text PRIMARY KEY, jwk jsonb NOT NULL);
CREATE TABLE counters (name text PRIMARY KEY, value bigint NOT NULL);

CREATE TABLE registration_codes (
  hash text PRIMARY KEY,
  device_id text NOT NULL,
  expires_at timestamptz NOT NULL,
  kid text
);
CREATE TABLE device_keys (
  kid text PRIMARY KEY,
  device_id text NOT NULL,
  jwk jsonb NOT NULL,
  not_before timestamptz NOT NULL,
  not_after timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX device_keys_device ON device_keys (device_id);
CREATE TABLE leases (
  first bigint PRIMARY KEY,
  last bigint NOT NULL,
  status_first bigint NOT NULL,
  kid text NOT NULL,
  leased_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE TABLE nonces (
  kid text NOT NULL,
  nonce text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (kid, nonce)
);
CREATE INDEX nonces_expiry ON nonces (expires_at);

CREATE TABLE packets (
  packet_id text PRIMARY KEY,
  kid text,
  person_id uuid,
  receipt jsonb NOT NULL,
  received_at timestamptz NOT NULL,
  body bytea
);
CREATE TABLE revoked_cards (
  status_index bigint PRIMARY KEY,
  number text NOT NULL,
  revoked_at timestamptz NOT NULL
);

CREATE TABLE people (
  district text NOT NULL,
  person_id uuid NOT NULL,
  revision bigint NOT NULL,
  person jsonb NOT NULL,
  consent jsonb NOT NULL,
  name_key text NOT NULL,
  sex text NOT NULL,
  birth_first integer NOT NULL,
  birth_last integer NOT NULL,
  enrolled_at timestamptz NOT NULL,
  PRIMARY KEY (district, person_id)
);
CREATE INDEX people_id ON people (person_id);
CREATE INDEX people_birth ON people (sex, birth_first);
CREATE INDEX people_name ON people USING gin (name_key gin_trgm_ops);

CREATE TABLE faces (
  district text NOT NULL,
  person_id uuid NOT NULL,
  model text NOT NULL,
  quality real NOT NULL,
  vector vector(128) NOT NULL,
  PRIMARY KEY (district, person_id)
);
CREATE INDEX faces_person ON faces (person_id);
CREATE INDEX faces_vector ON faces USING hnsw (vector vector_cosine_ops);

CREATE TABLE fingers (
  district text NOT NULL,
  person_id uuid NOT NULL,
  position text NOT NULL,
  engine text NOT NULL,
  quality real NOT NULL,
  template bytea NOT NULL,
  PRIMARY KEY (district, person_id, position)
);
CREATE INDEX fingers_person ON fingers (person_id);

CREATE TABLE cards (
  district text NOT NULL,
  number text NOT NULL,
  person_id uuid NOT NULL,
  kid text NOT NULL,
  issued_at bigint NOT NULL,
  packet_id text NOT NULL,
  PRIMARY KEY (district, number)
);
CREATE INDEX cards_number ON cards (number);

CREATE TABLE adjudications (
  packet_id text NOT NULL,
  person_id uuid NOT NULL,
  other_id uuid NOT NULL,
  score real NOT NULL,
  reasons jsonb NOT NULL,
  asked_at timestamptz NOT NULL,
  decided_at timestamptz,
  decision text,
  PRIMARY KEY (packet_id, other_id)
);
`;

const cardLifecycle = `
ALTER TABLE leases ADD COLUMN purpose text NOT NULL DEFAULT 'ordinary';
ALTER TABLE revoked_cards ADD COLUMN reason text;
`;

/** Forward only; a released migration is never edited, only followed by another. */
const migrations = [first, cardLifecycle];

/** Brings the database to today's schema; does nothing when it is there. */
export async function migrate(sql: Sql): Promise<void> {
  await sql.script('CREATE TABLE IF NOT EXISTS schema_steps (step integer PRIMARY KEY)');
  const done = await sql.query<{ step: number }>('SELECT step FROM schema_steps');
  for (const [step, script] of migrations.entries()) {
    if (done.some((row) => row.step === step)) continue;
    await sql.transaction(async (inner) => {
      await inner.script(script);
      await inner.query('INSERT INTO schema_steps VALUES ($1)', [step]);
    });
  }
}
