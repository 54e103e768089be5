import type { CardSummary, VerifiedCard } from '#core/api/contract.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import type { Site } from '#core/site/site.ts';
import type { Database } from '#core/storage/database.ts';
import type { Person } from '#sync/packet/person.ts';
import type { ClinicalKeys } from './clinical-keys.ts';
import type { DeviceKey } from './device-key.ts';
import { faceFromBytes } from './face-bytes.ts';
import { isoOf, judgeCard } from './judge-card.ts';
import type { Numbers } from './numbers.ts';
import type { TrustStore } from './trust.ts';
import { type FaceForCard, writeCard } from './write-card.ts';

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
  /** The text with the photo, for the back; null where there is none. */
  readonly backQr: string | null;
}

export interface Cards {
  /**
   * Signs a card: with the person's own number where there is one, else with a fresh one. A face that is not given is
   * the one on record. Refusal: no-card-numbers.
   */
  make(personId: string, person: Person, face?: FaceForCard | null): Card | Refused;
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
  /** The face on a card to be trusted, and the engine it is of. Refusals: those of verify, card-without-face. */
  faceOn(text: string): FaceOnCard | Refused;
}

export interface FaceOnCard {
  readonly engine: string;
  readonly vector: Float32Array;
  readonly card: VerifiedCard;
}

interface CardRow extends Omit<Card, 'personId' | 'statusIndex' | 'issuedAt' | 'lasting' | 'backQr'> {
  readonly back_qr: string | null;
  readonly person_id: string;
  readonly status_index: number;
  readonly issued_at: number;
  readonly confirmed: number;
  readonly lasting: number;
}

interface FaceRow {
  readonly model: string;
  readonly vector: Buffer;
  readonly thumbnail: Buffer | null;
}

const secondsAYear = 31_557_600;
const secondsADay = 86_400;

export function openCards(
  db: Database,
  site: Site,
  deps: {
    key: DeviceKey;
    clinicalKeys: ClinicalKeys;
    numbers: Numbers;
    trust: TrustStore;
    statusUri: () => string;
    now: () => Date;
  },
): Cards {
  const byNumber = db.prepare<[string], CardRow>('SELECT * FROM cards WHERE number = ?');
  const byPerson = db.prepare<[string], CardRow>(
    `SELECT * FROM cards WHERE person_id = ? AND state <> 'revoked' ORDER BY issued_at DESC LIMIT 1`,
  );
  const upsert = db.prepare(
    `INSERT INTO cards (number, person_id, kid, status_index, issued_at, state, qr, back_qr, lasting, packet_id)
     VALUES (@number, @personId, @kid, @statusIndex, @issuedAt, @state, @qr, @backQr, @lasting, @packetId)
     ON CONFLICT (number) DO UPDATE SET kid = excluded.kid, issued_at = excluded.issued_at, state = excluded.state,
       qr = excluded.qr, back_qr = excluded.back_qr, lasting = excluded.lasting, packet_id = excluded.packet_id,
       confirmed = 0
     WHERE cards.state <> 'revoked'`,
  );
  const move = db.prepare('UPDATE cards SET state = ?, confirmed = ? WHERE number = ?');
  const resign = db.prepare(
    'UPDATE cards SET qr = @qr, back_qr = @backQr, lasting = 1 WHERE number = @number',
  );
  // A card of before packets were written down is spoken of by any receipt of its person.
  const byPacket = db.prepare<[string, string], CardRow>(
    `SELECT * FROM cards WHERE packet_id = ? OR (packet_id IS NULL AND person_id = ? AND state <> 'revoked')
     ORDER BY packet_id IS NULL, issued_at DESC LIMIT 1`,
  );

  const sign = (
    holder: Parameters<typeof writeCard>[0],
    { number, statusIndex, issuedAt }: Pick<Card, 'number' | 'statusIndex' | 'issuedAt'>,
    seconds: number,
  ) => {
    const status = { index: statusIndex, uri: deps.statusUri() };
    const issued = { number, issuer: site.issuer, issuedAt, expiresAt: issuedAt + seconds, status };
    const signer = { kid: Buffer.from(deps.key.kid, 'hex'), privateKey: deps.key.privateKey };
    const [key = null] = deps.clinicalKeys.all();
    return writeCard(holder, issued, { card: site.card, signer, key });
  };
  const { cardYears, provisionalDays } = site.policies;
  const fullTime = cardYears * secondsAYear;

  const faceOf = db.prepare<[string], FaceRow>(
    'SELECT model, vector, thumbnail FROM faces WHERE person_id = ?',
  );
  const storedFace = (personId: string): FaceForCard | null => {
    const row = faceOf.get(personId);
    return row ? { ...row, vector: new Float32Array(Uint8Array.from(row.vector).buffer) } : null;
  };
  const judge = (text: string) =>
    judgeCard(text, {
      trust: deps.trust.current(),
      contentKeys: deps.clinicalKeys.all(),
      isRevokedHere: (number) => byNumber.get(number)?.state === 'revoked',
      now: deps.now(),
    });

  return {
    make(personId, person, face = storedFace(personId)) {
      const own = byPerson.get(personId);
      const taken = own ? { number: own.number, statusIndex: own.status_index } : deps.numbers.take();
      if (isRefused(taken)) return taken;
      const issuedAt = Math.floor(deps.now().getTime() / 1000);
      const seconds = provisionalDays ? provisionalDays * secondsADay : fullTime;
      const texts = sign({ person, face }, { ...taken, issuedAt }, seconds);
      const lasting = provisionalDays === null;
      return { ...taken, personId, kid: deps.key.kid, issuedAt, state: 'provisional', lasting, ...texts };
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
      if (row.lasting === 1) return;
      const holder = { person, face: storedFace(row.person_id) };
      resign.run({ number, ...sign(holder, cardOf(row), fullTime) });
    },
    ofPacket(packetId, personId) {
      const row = byPacket.get(packetId, personId);
      return row ? cardOf(row) : null;
    },
    numberOf: (personId) => byPerson.get(personId)?.number ?? null,
    statusAsOf: () => isoOf(deps.trust.current().status?.issuedAt ?? null),
    verify(text) {
      const judged = judge(text);
      return isRefused(judged) ? judged : judged.card;
    },
    faceOn(text) {
      const judged = judge(text);
      if (isRefused(judged)) return judged;
      const { card, face } = judged;
      return face
        ? { engine: face.engine, vector: faceFromBytes(face.vector), card }
        : refuse('card-without-face');
    },
  };
}

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
    backQr: row.back_qr,
    lasting: row.lasting === 1,
  };
}
