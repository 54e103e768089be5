import type { CardSummary } from '#core/api/contract.ts';
import type { Operator } from '#core/operators/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { type CardNotice, type RevocationReason, sealNotice } from '#sync/packet/index.ts';

/*
 * A card that is lost or stolen is taken back: at once on this kiosk, and on every other by central's status list once
 * the notice has reached it. The person gets a card with a new number, since a number stands for one place in that
 * list. These are two acts: a stolen card is taken back also when no new one can be made.
 */

type Needs = Pick<
  Parts,
  | 'cards'
  | 'people'
  | 'prints'
  | 'spool'
  | 'outbox'
  | 'audit'
  | 'db'
  | 'events'
  | 'registration'
  | 'deviceKey'
  | 'now'
>;

type NoticeParts =
  | Pick<Extract<CardNotice, { kind: 'card-revoked' }>, 'kind' | 'personId' | 'number' | 'reason'>
  | Pick<Extract<CardNotice, { kind: 'card-issued' }>, 'kind' | 'personId' | 'card'>;

/** Takes a card back for good. Refusals: card-not-found, card-revoked, not-registered. */
export async function takeCardBack(
  parts: Needs,
  operator: Operator,
  number: string,
  reason: RevocationReason,
): Promise<CardSummary | Refused> {
  const { cards, prints, spool, audit } = parts;
  const card = cards.get(number);
  if (!card) return refuse('card-not-found');
  if (card.state === 'revoked') return refuse('card-revoked');
  const { personId } = card;
  const told = await tell(parts, operator, { kind: 'card-revoked', personId, number, reason }, () => {
    if (cards.get(number)?.state === 'revoked') return refuse('card-revoked');
    cards.advance(number, 'revoked');
    const job = prints.openOf(number);
    if (job) prints.move(job.id, ['waiting', 'unknown', 'printed'], { state: 'given-up' });
    if (job) spool.abandon(job.id);
    audit.append(`card-${reason}`, { operator: operator.id, subject: number });
    return null;
  });
  return isRefused(told) ? told : { number, state: 'revoked' };
}

/** Makes a card with a new number. Refusals: person-not-found, card-still-good, not-registered, no-card-numbers. */
export async function makeNewCard(
  parts: Needs,
  operator: Operator,
  personId: string,
): Promise<CardSummary | Refused> {
  const { cards, people, audit, registration } = parts;
  const known = people.get(personId);
  if (!known) return refuse('person-not-found');
  if (cards.numberOf(personId)) return refuse('card-still-good');
  if (!registration()) return refuse('not-registered');
  const card = cards.make(personId, known.person);
  if (isRefused(card)) return card;
  const { number, kid, statusIndex, issuedAt } = card;
  const notice = { kind: 'card-issued', personId, card: { number, kid, statusIndex, issuedAt } } as const;
  const told = await tell(parts, operator, notice, (packetId) => {
    if (cards.numberOf(personId)) return refuse('card-still-good');
    cards.save(card, packetId);
    audit.append('card-renewed', { operator: operator.id, subject: number });
    return null;
  });
  return isRefused(told) ? told : { number, state: card.state };
}

/** Seals a notice, then queues it in one transaction with what it tells of, unless that has become impossible. */
async function tell(
  { people, outbox, db, events, registration, deviceKey, now }: Needs,
  operator: Operator,
  notice: NoticeParts,
  along: (packetId: string) => Refused | null,
): Promise<Refused | null> {
  const registered = registration();
  const known = people.get(notice.personId);
  if (!registered) return refuse('not-registered');
  if (!known) return refuse('person-not-found');
  const told = { operator: operator.id, device: registered.deviceId, at: now().toISOString() };
  const keys = { device: deviceKey, central: registered.encryptionKey };
  const packet = await sealNotice({ ...notice, ...told }, keys);
  const { revision, person } = known;
  const refused = db.transaction(() => {
    const impossible = along(packet.id);
    if (impossible) return impossible;
    outbox.add({ ...packet, personId: notice.personId, revision, district: person.address.districtLgd });
    return null;
  })();
  if (refused) return refused;
  events.emit('queued');
  events.emit('status');
  return null;
}
