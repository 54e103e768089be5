import { z } from 'zod';
import type { CardSummary, PersonSummary } from '#core/api/contract.ts';
import type { Database } from '#core/storage/database.ts';
import { nameKey } from '#sync/packet/names.ts';
import { type Consent, Person } from '#sync/packet/person.ts';

/* The people this kiosk knows: their records, portraits, and how one of them is found by what they can say. */

export interface KnownPerson {
  readonly id: string;
  readonly revision: number;
  readonly person: Person;
}

export interface People {
  get(id: string): KnownPerson | null;
  summary(id: string): PersonSummary | null;
  /** By name in either script (any part), by phone, or by card number; at most 20, names in order. */
  find(text: string): PersonSummary[];
  portrait(id: string): Uint8Array | null;
  all(): IterableIterator<KnownPerson>;
  /** Writes a new person or a new revision, with the consent it rests on; call inside the commit's transaction. */
  save(known: KnownPerson, consent: Consent, enrolledAt: string): void;
}

interface PersonRow {
  readonly id: string;
  readonly revision: number;
  readonly record: string;
}

const Json = z.string().transform((text): unknown => JSON.parse(text));
const Row = z.object({ id: z.string(), revision: z.int(), record: Json.pipe(Person) });
const maxFound = 20;

export function openPeople(db: Database): People {
  const byId = db.prepare<[string], PersonRow>('SELECT id, revision, record FROM people WHERE id = ?');
  const cardOf = db.prepare<[string], CardSummary>(
    `SELECT number, state FROM cards WHERE person_id = ? ORDER BY state = 'revoked', issued_at DESC LIMIT 1`,
  );
  const portraitOf = db.prepare<[string], { portrait: Buffer }>(
    'SELECT portrait FROM faces WHERE person_id = ?',
  );
  const search = db.prepare<{ like: string; phone: string; card: string }, PersonRow>(
    `SELECT id, revision, record FROM people
     WHERE search LIKE @like ESCAPE '\\' OR phone = @phone OR id IN (SELECT person_id FROM cards WHERE number = @card)
     ORDER BY search LIMIT ${maxFound}`,
  );
  const upsert = db.prepare(
    `INSERT INTO people (id, revision, record, search, phone, enrolled_at)
     VALUES (@id, @revision, @record, @search, @phone, @enrolledAt)
     ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, record = excluded.record,
       search = excluded.search, phone = excluded.phone`,
  );
  const insertConsent = db.prepare('INSERT INTO consents (person_id, revision, consent) VALUES (?, ?, ?)');

  const summarise = ({ id, person }: KnownPerson): PersonSummary => ({
    id,
    name: person.name,
    nativeName: person.nativeName ?? null,
    sex: person.sex,
    birth: person.birth,
    area: person.address.district,
    phoneEnding: person.phone?.slice(-4) ?? null,
    card: cardOf.get(id) ?? null,
    hasPortrait: portraitOf.get(id) !== undefined,
  });
  const get = (id: string) => {
    const row = byId.get(id);
    return row ? known(row) : null;
  };

  return {
    get,
    summary(id) {
      const person = get(id);
      return person ? summarise(person) : null;
    },
    find(text) {
      const key = nameKey(text);
      const digits = text.replace(/\D/g, '');
      const like = key && !/^[\d ]+$/.test(key) ? `%${key.replace(/[\\%_]/g, '\\$&')}%` : '';
      return search.all({ like, phone: digits.slice(-10), card: digits }).map((row) => summarise(known(row)));
    },
    portrait: (id) => portraitOf.get(id)?.portrait ?? null,
    *all() {
      for (const row of db.prepare<[], PersonRow>('SELECT id, revision, record FROM people').iterate())
        yield known(row);
    },
    save({ id, revision, person }, consent, enrolledAt) {
      upsert.run({
        id,
        revision,
        record: JSON.stringify(person),
        search: `${nameKey(person.name)}\n${nameKey(person.nativeName?.text ?? '')}`,
        phone: person.phone ?? null,
        enrolledAt,
      });
      insertConsent.run(id, revision, JSON.stringify(consent));
    },
  };
}

function known(row: PersonRow): KnownPerson {
  const { id, revision, record } = Row.parse(row);
  return { id, revision, person: record };
}
