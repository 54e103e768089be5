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
  /** Valid for its full time; otherwise for a short one, until central has confirmed it. */
  readonly lasting: boolean;
  readonly qr: string;
}

export interface Cards {
  /** Signs a card: with the person's own number where there is one, else with a fresh one. Refusal: no-card-numbers. */
  make(personId: string, person: Person): Card | Refused;
  /** Writes a card and the packet that tells central of it; call inside the commit's transaction. */
  save(card: Card, packetId: string): void;
  get(number: string): Card | null;
  /** Moves a card on: printed, issued (scanned back), revoked. */
  advance(number: string, to: 'printed' | 'issued' | 'revoked'): void;
  /** Central accepted the card: it is signed anew for its full time. */
  confirm(number: string, person: Person): void;
  /** The card that a packet told central of; null where another packet did since. */
  ofPacket(packetId: string, personId: string): Card | null;
  numberOf(personId: string): string | null;
  /** ISO time of the status list that verdicts rest on; null when there is none yet. */
  statusAsOf(): string | null;
  /** Judges the text of a card's QR; a refusal says why it is not to be trusted. */
  verify(text: string): VerifiedCard | Refused;
}

interface CardRow extends Omit<Card, 'personId' | 'statusIndex' | 'issuedAt' | 'lasting'> {
  readonly person_id: string;
  readonly status_index: number;
  readonly issued_at: number;
  readonly confirmed: number;
  readonly lasting: number;
}

const secondsAYear = 31_557_600;
const secondsADay = 86_400;

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
    `INSERT INTO cards (number, person_id, kid, status_index, issued_at, state, qr, lasting, packet_id)
     VALUES (@number, @personId, @kid, @statusIndex, @issuedAt, @state, @qr, @lasting, @packetId)
     ON CONFLICT (number) DO UPDATE SET kid = excluded.kid, issued_at = excluded.issued_at, state = excluded.state,
       qr = excluded.qr, lasting = excluded.lasting, packet_id = excluded.packet_id, confirmed = 0
     WHERE cards.state <> 'revoked'`,
  );
  const move = db.prepare('UPDATE cards SET state = ?, confirmed = ? WHERE number = ?');
  const resign = db.prepare('UPDATE cards SET qr = ?, lasting = 1 WHERE number = ?');
  // A card of before packets were written down is spoken of by any receipt of its person.
  const byPacket = db.prepare<[string, string], CardRow>(
    `SELECT * FROM cards WHERE packet_id = ? OR (packet_id IS NULL AND person_id = ? AND state <> 'revoked')
     ORDER BY packet_id IS NULL, issued_at DESC LIMIT 1`,
  );

  const sign = (person: Person, of: Pick<Card, 'number' | 'statusIndex' | 'issuedAt'>, seconds: number) => {
    const { number, statusIndex, issuedAt } = of;
    const status = { index: statusIndex, uri: deps.statusUri() };
    const claims = { ...claimsOf(person), number, issuer: site.issuer, issuedAt, status };
    const signer = { kid: Buffer.from(deps.key.kid, 'hex'), privateKey: deps.key.privateKey };
    return encodeCard({ ...claims, expiresAt: issuedAt + seconds }, signer);
  };
  const { cardYears, provisionalDays } = site.policies;
  const fullTime = cardYears * secondsAYear;

  return {
    make(personId, person) {
      const own = byPerson.get(personId);
      const taken = own ? { number: own.number, statusIndex: own.status_index } : deps.numbers.take();
      if (isRefused(taken)) return taken;
      const issuedAt = Math.floor(deps.now().getTime() / 1000);
      const qr = sign(
        person,
        { ...taken, issuedAt },
        provisionalDays ? provisionalDays * secondsADay : fullTime,
      );
      const lasting = provisionalDays === null;
      return { ...taken, personId, kid: deps.key.kid, issuedAt, state: 'provisional', lasting, qr };
    },
    save: (card, packetId) => void upsert.run({ ...card, packetId, lasting: card.lasting ? 1 : 0 }),
    get(number) {
      const row = byNumber.get(number);
      return row ? cardOf(row) : null;
    },
    advance(number, to) {
      const row = byNumber.get(number);
      if (!row || row.state === 'revoked') return;
      move.run(nextState(row.state, to, row.confirmed === 1), row.confirmed, number);
    },
    confirm(number, person) {
      const row = byNumber.get(number);
      if (!row || row.state === 'revoked') return;
      move.run(row.state === 'issued' ? 'confirmed' : row.state, 1, number);
      if (row.lasting === 0) resign.run(sign(person, cardOf(row), fullTime), number);
    },
    ofPacket(packetId, personId) {
      const row = byPacket.get(packetId, personId);
      return row ? cardOf(row) : null;
    },
    numberOf: (personId) => byPerson.get(personId)?.number ?? null,
    statusAsOf: () => isoOf(deps.trust.current().status?.issuedAt ?? null),
    verify(text) {
      const { verdict, claims, statusAsOf } = verifyCard(
        text,
        deps.trust.current(),
        deps.now().getTime() / 1000,
      );
      if (verdict !== 'valid') return { ...refuse(verdictRefusals[verdict]), statusAsOf: isoOf(statusAsOf) };
      if (!claims) throw new Error('a valid card without claims');
      // What this kiosk took back itself counts at once, before any list says so.
      if (byNumber.get(claims.number)?.state === 'revoked')
        return { ...refuse('card-revoked'), statusAsOf: deps.now().toISOString() };
      return {
        number: claims.number,
        name: claims.name,
        nativeName: claims.nativeName?.text ?? null,
        birth: claims.birth,
        sex: claims.sex,
        statusAsOf: isoOf(statusAsOf),
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

const isoOf = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000).toISOString());

/** A card is confirmed when it was scanned back and central accepted it, in whatever order. */
function nextState(
  from: Card['state'],
  to: 'printed' | 'issued' | 'revoked',
  confirmed: boolean,
): Card['state'] {
  if (to === 'revoked') return to;
  if (to === 'printed') return from === 'provisional' ? 'printed' : from;
  return confirmed ? 'confirmed' : 'issued';
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
    lasting: row.lasting === 1,
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
  damaged: 'card-damaged',
  'not-a-health-card': 'not-a-health-card',
} as const satisfies Record<Exclude<Verdict['verdict'], 'valid'>, RefusalCode>;
