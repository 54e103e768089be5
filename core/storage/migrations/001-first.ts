/** People, their biometrics and cards; drafts; operators; the audit chain; what central told us. */
export const first = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE operators (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('operator', 'supervisor', 'admin')),
  pin_hash TEXT NOT NULL,
  failed INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  record TEXT NOT NULL,
  search TEXT NOT NULL,
  phone TEXT,
  enrolled_at TEXT NOT NULL
) STRICT;
CREATE INDEX people_phone ON people (phone);

CREATE TABLE consents (
  person_id TEXT NOT NULL REFERENCES people (id),
  revision INTEGER NOT NULL,
  consent TEXT NOT NULL,
  PRIMARY KEY (person_id, revision)
) STRICT;

CREATE TABLE faces (
  person_id TEXT PRIMARY KEY REFERENCES people (id),
  model TEXT NOT NULL,
  vector BLOB NOT NULL,
  quality INTEGER NOT NULL,
  portrait BLOB NOT NULL
) STRICT;

CREATE TABLE fingers (
  person_id TEXT NOT NULL REFERENCES people (id),
  position TEXT NOT NULL,
  engine TEXT NOT NULL,
  template BLOB NOT NULL,
  quality INTEGER NOT NULL,
  PRIMARY KEY (person_id, position)
) STRICT;

CREATE TABLE cards (
  number TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  kid TEXT NOT NULL,
  status_index INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('provisional', 'printed', 'issued', 'confirmed', 'revoked')),
  confirmed INTEGER NOT NULL DEFAULT 0,
  qr TEXT NOT NULL
) STRICT;
CREATE INDEX cards_person ON cards (person_id);

CREATE TABLE leases (
  first INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  next INTEGER NOT NULL,
  status_first INTEGER NOT NULL
) STRICT;

CREATE TABLE trust (name TEXT PRIMARY KEY, body BLOB NOT NULL, fetched_at TEXT NOT NULL) STRICT;

CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  operator TEXT NOT NULL,
  body TEXT NOT NULL,
  started_at TEXT NOT NULL
) STRICT;

CREATE TABLE draft_faces (
  draft_id TEXT PRIMARY KEY REFERENCES drafts (id) ON DELETE CASCADE,
  model TEXT NOT NULL,
  vector BLOB NOT NULL,
  quality INTEGER NOT NULL,
  photo BLOB NOT NULL,
  portrait BLOB NOT NULL
) STRICT;

CREATE TABLE draft_fingers (
  draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  engine TEXT NOT NULL,
  template BLOB NOT NULL,
  quality INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  dpi INTEGER NOT NULL,
  image BLOB NOT NULL,
  PRIMARY KEY (draft_id, position)
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  event TEXT NOT NULL,
  operator TEXT,
  subject TEXT,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
`;
