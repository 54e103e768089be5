import type { CardSummary } from '#core/api/contract.ts';
import type { Operator } from '#core/operators/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { readCard } from '#health-card/index.ts';

/*
 * Only the scan tells that what was printed can be read, so only then does a card count as issued. It must be the card
 * that was just printed: an older one of the same number would prove nothing.
 */

type Needs = Pick<Parts, 'cards' | 'prints' | 'audit' | 'db' | 'events'>;

/** Takes the text read from the printed card. Refusals: those of verification, card-not-found, another-card, older-card. */
export function scanBack(
  parts: Needs,
  operator: Operator,
  number: string,
  text: string,
): CardSummary | Refused {
  const { cards, prints, db, audit, events } = parts;
  const read = cards.verify(text);
  if (isRefused(read)) return read;
  const card = cards.get(number);
  if (!card) return refuse('card-not-found');
  if (read.number !== number) return refuse('another-card');
  const job = prints.openOf(number);
  const made = madeWhen(text);
  if (made !== madeWhen(job?.qr ?? card.qr) && made !== madeWhen(card.qr)) return refuse('older-card');
  db.transaction(() => {
    if (job) prints.move(job.id, ['waiting', 'sending', 'unknown', 'printed'], { state: 'done' });
    cards.advance(number, 'issued');
    audit.append('card-issued', { operator: operator.id, subject: number });
  })();
  events.emit('status');
  return { number, state: cards.get(number)?.state ?? 'issued' };
}

/** What tells one card of a number from another: when it was signed, and until when it holds. */
function madeWhen(text: string): string | null {
  const reading = readCard(text);
  return reading.outcome === 'read' ? `${reading.claims.issuedAt} ${reading.claims.expiresAt}` : null;
}
