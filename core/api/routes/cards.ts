import { Hono } from 'hono';
import { z } from 'zod';
import { cardForms, drawCardOf, rasterise, scanBack, takeCardBack } from '#core/cards/index.ts';
import { readCardPicture } from '#core/identification/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { answer, bytesOf, json, query, refusal } from '../answer.ts';
import { CardText, RevokeCard } from '../contract.ts';
import type { SignedIn } from '../signed-in.ts';

/** What its printer draws; an A4 sheet is only looked at. */
const pictureDpi = { card: 300, a4: 150, slip: 203.2 } as const;

const CardView = z.object({
  form: z.enum(cardForms).default('card'),
  side: z.enum(['front', 'back']).default('front'),
});

/** Cards: verified, seen, scanned back and taken back. */
export function cardRoutes(parts: Parts) {
  const verified = (text: string | Refused) => {
    const card = isRefused(text) ? text : parts.cards.verify(text);
    return isRefused(card) ? card : { card };
  };
  return new Hono<SignedIn>()
    .post('/verify', json(CardText), (c) => answer(c, verified(c.req.valid('json').text)))
    .post('/verify/picture', async (c) => answer(c, verified(await readCardPicture(await bytesOf(c)))))
    .get('/:number/pdf', query(CardView), async (c) => {
      const pdf = await drawCardOf(parts, c.req.param('number'), c.req.valid('query').form);
      if (isRefused(pdf)) return refusal(c, pdf);
      return c.body(Uint8Array.from(pdf), 200, { 'content-type': 'application/pdf' });
    })
    .get('/:number/picture', query(CardView), async (c) => {
      const { form, side } = c.req.valid('query');
      const pdf = await drawCardOf(parts, c.req.param('number'), form);
      if (isRefused(pdf)) return refusal(c, pdf);
      const pages = await rasterise(pdf, pictureDpi[form]);
      const page = pages.at(side === 'front' ? 0 : 1);
      if (!page) return refusal(c, refuse('not-found', ['side']));
      return c.body(Uint8Array.from(page.png), 200, { 'content-type': 'image/png' });
    })
    .post('/:number/revoke', json(RevokeCard), async (c) => {
      const { reason } = c.req.valid('json');
      const card = await takeCardBack(parts, c.var.operator, c.req.param('number'), reason);
      return answer(c, isRefused(card) ? card : { card });
    })
    .post('/:number/scan-back', json(CardText), (c) => {
      const card = scanBack(parts, c.var.operator, c.req.param('number'), c.req.valid('json').text);
      return answer(c, isRefused(card) ? card : { card });
    })
    .post('/:number/scan-back/picture', async (c) => {
      const text = await readCardPicture(await bytesOf(c));
      const card = isRefused(text) ? text : scanBack(parts, c.var.operator, c.req.param('number'), text);
      return answer(c, isRefused(card) ? card : { card });
    });
}
