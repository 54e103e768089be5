import type { CardSummary, VerifiedCard } from '#core/api/contract.ts';
import { birthOnCard } from '#core/people/index.ts';
import { isRefused, type RefusalCode, type Refused, refuse } from '#core/refusals/codes.ts';
import type { Site } from '#core/site/site.ts';
import type { Database } from '#core/storage/database.ts';
import { type CardClaims, encodeCard, type Verdict, verifyCard } from '#health-card/index.ts';
import type { Language, Person } from '#sync/packet/person.ts';
import type { DeviceKey } from './device-key.ts';
import type { Numbers } from './numbers.ts';
import type { TrustStore } from './trust.ts';

/* Cards of this kiosk's people: made and signed here, and any card of the programme verified here, offline. */

export interface Card {
  readonly number: string;
  readonly personId: string;
  readonly kid: string;
  readonly statusIndex: number;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly state: CardSummary['state'];
  readonly qr: string;
}

export interface Cards {
  /** Signs a card: with the person's own number where there is one, else with a fresh one. Refusal: no-card-numbers. */
  make(personId: string, person: Person): Card | Refused;
  /** Writes a card; call inside the commit's transaction. */
  save(card: Card): void;
  get(number: string): Card | null;
  /** Moves a card on: printed, issued (scanned back), confirmed (central accepted), revoked. */
  advance(number: string, to: 'printed' | 'issued' | 'confirmed' | 'revoked'): void;
  numberOf(personId: string): string | null;
  /** Judges the text of a card's QR; a refusal says why it is not to be trusted. */
  verify(text: string): VerifiedCard | Refused;
}

interface CardRow extends Omit<Card, 'personId' | 'statusIndex' | 'issuedAt'> {
  readonly person_id: string;
  readonly status_index: number;
  readonly issued_at: number;
  readonly confirmed: number;
}

const secondsAYear = 31_557_600;

const iso639_3 = { hi: 'hin', en: 'eng', ur: 'urd', pa: 'pan' } as const satisfies Record<Language, string>;

export function openCards(
  db: Database,
  site: Site,
  deps: { key: DeviceKey; numbers: Numbers; trust: TrustStore; statusUri: () => string; now: () => Date },
): Cards {
  const byNumber = db.prepare<[string], CardRow>('SELECT * FROM cards WHERE number = ?');
  const byPerson = db.prepare<[string], CardRow>(
    `SELECT * FROM cards WHERE person_id = ? AND state <> 'revoked' ORDER BY issued_at DESC LIMIT 1`,
  );
  const upsert = db.prepare(
    `INSERT INTO cards (number, person_id, kid, status_index, issued_at, state, qr)
     VALUES (@number, @personId, @kid, @statusIndex, @issuedAt, @state, @qr)
     ON CONFLICT (number) DO UPDATE SET kid = excluded.kid, issued_at = excluded.issued_at, state = excluded.state,
       qr = excluded.qr, confirmed = 0`,
  );
  const move = db.prepare('UPDATE cards SET state = ?, confirmed = ? WHERE number = ?');

  return {
    make(personId, person) {
      const own = byPerson.get(personId);
      const taken = own ? { number: own.number, statusIndex: own.status_index } : deps.numbers.take();
      if (isRefused(taken)) return taken;
      const issuedAt = Math.floor(deps.now().getTime() / 1000);
      const status = { index: taken.statusIndex, uri: deps.statusUri() };
      const claims = { ...claimsOf(person), number: taken.number, issuer: site.issuer, issuedAt, status };
      const expiresAt = issuedAt + site.policies.cardYears * secondsAYear;
      const signer = { kid: Buffer.from(deps.key.kid, 'hex'), privateKey: deps.key.privateKey };
      const qr = encodeCard({ ...claims, expiresAt }, signer);
      return { ...taken, personId, kid: deps.key.kid, issuedAt, state: 'provisional', qr };
    },
    save: (card) => void upsert.run(card),
    get(number) {
      const row = byNumber.get(number);
      return row ? cardOf(row) : null;
    },
    advance(number, to) {
      const row = byNumber.get(number);
      if (!row || row.state === 'revoked') return;
      const confirmed = to === 'confirmed' || row.confirmed === 1;
      move.run(nextState(row.state, to, confirmed), confirmed ? 1 : 0, number);
    },
    numberOf: (personId) => byPerson.get(personId)?.number ?? null,
    verify(text) {
      const { verdict, claims, statusAsOf } = verifyCard(
        text,
        deps.trust.current(),
        deps.now().getTime() / 1000,
      );
      if (verdict !== 'valid') return refuse(verdictRefusals[verdict]);
      if (!claims) throw new Error('a valid card without claims');
      return {
        number: claims.number,
        name: claims.name,
        nativeName: claims.nativeName?.text ?? null,
        birth: claims.birth,
        sex: claims.sex,
        statusAsOf: statusAsOf === null ? null : new Date(statusAsOf * 1000).toISOString(),
      };
    },
  };
}

function claimsOf(
  person: Person,
): Pick<CardClaims, 'name' | 'nativeName' | 'sex' | 'birth' | 'guardian' | 'area'> {
  const { name, nativeName, sex, guardian, address } = person;
  return {
    name,
    ...(nativeName && { nativeName: { text: nativeName.text, language: iso639_3[nativeName.language] } }),
    sex,
    birth: birthOnCard(person.birth),
    ...(guardian && { guardian }),
    area: address.districtLgd,
  };
}

/** A card is confirmed when it was scanned back and central accepted it, in whatever order. */
function nextState(from: Card['state'], to: Card['state'], confirmed: boolean): Card['state'] {
  if (to === 'revoked') return to;
  if (to === 'printed') return from === 'provisional' ? 'printed' : from;
  const issued = to === 'issued' || from === 'issued' || from === 'confirmed';
  return issued ? (confirmed ? 'confirmed' : 'issued') : from;
}

function cardOf(row: CardRow): Card {
  const { number, kid, state, qr } = row;
  return {
    number,
    kid,
    state,
    qr,
    personId: row.person_id,
    statusIndex: row.status_index,
    issuedAt: row.issued_at,
  };
}

const verdictRefusals = {
  'unknown-issuer': 'card-of-another-issuer',
  'issuer-revoked': 'card-of-revoked-kiosk',
  'bad-signature': 'card-forged',
  expired: 'card-expired',
  'not-yet-valid': 'card-not-yet-valid',
  revoked: 'card-revoked',
  suspended: 'card-suspended',
  locked: 'card-locked',
  damaged: 'card-damaged',
  'not-a-health-card': 'not-a-health-card',
} as const satisfies Record<Exclude<Verdict['verdict'], 'valid'>, RefusalCode>;
