import { type Context, Hono } from 'hono';
import { giveUpPrint, type PrintJobRow, requestPrint, retryPrint, tellOutcome } from '#core/cards/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { explain, preferredLanguage } from '#core/refusals/explain.ts';
import { answer, json } from '../answer.ts';
import { type CardView, type PrintJob, PrintOutcome, PrintRequest } from '../contract.ts';
import type { SignedIn } from '../signed-in.ts';

/** The print queue: what is in it, and what operators answer it. */
export function printRoutes(parts: Parts) {
  const { prints } = parts;
  const idOf = (c: Context) => Number(c.req.param('id'));
  const shown = (c: Context, job: PrintJobRow | Refused) =>
    answer(c, isRefused(job) ? job : { job: printView(parts, c, job) });
  return new Hono<SignedIn>()
    .get('/', (c) => c.json({ jobs: prints.open().map((job) => printView(parts, c, job)) }))
    .get('/:id', (c) => shown(c, prints.get(idOf(c)) ?? refuse('print-job-not-found')))
    .post('/:id/outcome', json(PrintOutcome), (c) =>
      shown(c, tellOutcome(parts, c.var.operator, idOf(c), c.req.valid('json').cameOut)),
    )
    .post('/:id/retry', (c) => shown(c, retryPrint(parts, idOf(c))))
    .delete('/:id', (c) => shown(c, giveUpPrint(parts, c.var.operator, idOf(c))));
}

/** A card's way to the printer. */
export function cardPrintRoutes(parts: Parts) {
  return new Hono<SignedIn>()
    .get('/:number', (c) => {
      const view = cardView(parts, c, c.req.param('number'));
      return answer(c, view);
    })
    .post('/:number/print', json(PrintRequest), (c) => {
      const job = requestPrint(parts, c.var.operator, c.req.param('number'), c.req.valid('json').reason);
      return answer(c, isRefused(job) ? job : { job: printView(parts, c, job) });
    });
}

function cardView(parts: Parts, c: Context, number: string): CardView | Refused {
  const card = parts.cards.get(number);
  if (!card) return refuse('card-not-found');
  const job = parts.prints.openOf(number);
  const printed = parts.prints.printedTexts(number);
  return {
    card: { number, state: card.state },
    job: job && printView(parts, c, job),
    printed: printed.includes(card.qr) ? 'this' : printed.length > 0 ? 'older' : 'never',
    lasting: card.lasting,
  };
}

function printView({ cards, people }: Parts, c: Context, job: PrintJobRow): PrintJob {
  const { id, number, reason, state, trouble, retryAt } = job;
  const card = cards.get(number);
  const language = preferredLanguage(c.req.header('accept-language') ?? null);
  return {
    id,
    number,
    name: (card && people.get(card.personId)?.person.name) ?? '',
    reason,
    state,
    trouble: trouble && explain(refuse(trouble), language),
    goesOnByItself: state === 'sending' || (state === 'waiting' && retryAt !== null),
  };
}
