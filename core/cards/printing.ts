import type { CardSummary, Printed } from '#core/api/contract.ts';
import type { Operator } from '#core/operators/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type RefusalCode, type Refused, refuse } from '#core/refusals/codes.ts';
import type { PrintResult } from '#drivers/card-printer/index.ts';
import { drawCardOf } from './draw-card-of.ts';

/*
 * From a signed card to one in the hand: drawn, printed, and scanned back. Only the scan tells that what was
 * printed can be read, so only then does the card count as issued.
 */

type Needs = Pick<Parts, 'cards' | 'people' | 'printer' | 'audit' | 'db' | 'site' | 'events'>;

/** Prints a card. Refusals: card-not-found, card-revoked, card-text-too-long, no-printer, and one for each way a printer stops. */
export async function printCard(
  parts: Needs,
  operator: Operator,
  number: string,
): Promise<Printed | Refused> {
  if (!parts.printer) return refuse('no-printer');
  if (parts.cards.get(number)?.state === 'revoked') return refuse('card-revoked');
  const pdf = await drawCardOf(parts, number);
  if (isRefused(pdf)) return pdf;
  const result = await parts.printer.print({ name: `card-${number}`, pdf });
  if (result.outcome !== 'printed') return refuse(printRefusal(result));
  parts.db.transaction(() => {
    parts.cards.advance(number, 'printed');
    parts.audit.append('card-printed', { operator: operator.id, subject: number });
  })();
  parts.events.emit('status');
  return { outcome: 'printed', printer: parts.printer.name };
}

/** Takes the text read from the printed card. Refusals: those of verification, card-not-found, another-card. */
export function scanBack(
  parts: Needs,
  operator: Operator,
  number: string,
  text: string,
): CardSummary | Refused {
  const read = parts.cards.verify(text);
  if (isRefused(read)) return read;
  if (!parts.cards.get(number)) return refuse('card-not-found');
  if (read.number !== number) return refuse('another-card');
  parts.db.transaction(() => {
    parts.cards.advance(number, 'issued');
    parts.audit.append('card-issued', { operator: operator.id, subject: number });
  })();
  return { number, state: parts.cards.get(number)?.state ?? 'issued' };
}

function printRefusal(result: Exclude<PrintResult, { outcome: 'printed' }>): RefusalCode {
  return result.outcome === 'stopped' ? stopRefusals[result.reason] : printRefusals[result.outcome];
}

const printRefusals = {
  busy: 'printer-busy',
  unreachable: 'printer-unreachable',
  refused: 'printer-refused',
  'disk-full': 'disk-full',
  unknown: 'print-outcome-unknown',
} as const;

const stopRefusals = {
  'media-empty': 'printer-out-of-cards',
  'ribbon-empty': 'printer-out-of-ribbon',
  'media-jam': 'printer-jammed',
  'cover-open': 'printer-open',
  other: 'printer-refused',
} as const;
