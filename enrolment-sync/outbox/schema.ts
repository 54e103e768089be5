/**
 * The outbox tables, for the kiosk's migrations: they live in its encrypted database, so that a packet is queued by
 * the same transaction that saves the enrolment. Times are milliseconds since 1970. A sent packet keeps its row and
 * gives up its bytes. `outbox_link` is one row: how often in a row central could not be reached.
 */
export const outboxSchema = `
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  district TEXT NOT NULL,
  bytes BLOB,
  size INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'parked')),
  attempts INTEGER NOT NULL DEFAULT 0,
  retry_at INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  CHECK (bytes IS NOT NULL OR state = 'sent')
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state, seq);
CREATE INDEX outbox_by_person ON outbox (person_id, seq);
CREATE TABLE outbox_link (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  failures INTEGER NOT NULL,
  retry_at INTEGER NOT NULL
) STRICT;
INSERT INTO outbox_link (only, failures, retry_at) VALUES (1, 0, 0);
`;
