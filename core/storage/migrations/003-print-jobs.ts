/**
 * The print spool. A job is `sending` from before the first byte leaves until its end is known, so that a power loss
 * in between is seen afterwards. `retry_at` (milliseconds since 1970) is when it goes on by itself, null when somebody
 * has to say so; `printed` stays when a printed card is given up. A card has one open job at most.
 */
export const printJobs = `
CREATE TABLE print_jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL REFERENCES cards (number),
  qr TEXT NOT NULL,
  reason TEXT NOT NULL,
  operator TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'unknown', 'printed', 'done', 'given-up')),
  printed INTEGER NOT NULL DEFAULT 0,
  trouble TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  retry_at INTEGER,
  queued_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX print_jobs_open ON print_jobs (number)
  WHERE state IN ('waiting', 'sending', 'unknown', 'printed');
CREATE INDEX print_jobs_number ON print_jobs (number, id);
`;
