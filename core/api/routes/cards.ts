import { Hono } from 'hono';
import { drawCardOf, rasterise, scanBack, takeCardBack } from '#core/cards/index.ts';
import { readCardPicture } from '#core/identification/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused } from '#core/refusals/codes.ts';
import { answer, bytesOf, json, refusal } from '../answer.ts';
import { CardText, RevokeCard } from '../contract.ts';
import type { SignedIn } from '../signed-in.ts';

const screenDpi = 300;

/** Cards: verified, seen, scanned back and taken back. */
export function cardRoutes(parts: Parts) {
  const verified = (text: string | Refused) => {
    const card = isRefused(text) ? text : parts.cards.verify(text);
    return isRefused(card) ? card : { card };
  };
  return new Hono<SignedIn>()
    .post('/verify', json(CardText), (c) => answer(c, verified(c.req.valid('json').text)))
    .post('/verify/picture', async (c) => answer(c, verified(await readCardPicture(await bytesOf(c)))))
    .get('/:number/pdf', async (c) => {
      const pdf = await drawCardOf(parts, c.req.param('number'));
      if (isRefused(pdf)) return refusal(c, pdf);
      return c.body(Uint8Array.from(pdf), 200, { 'content-type': 'application/pdf' });
    })
    .get('/:number/picture', async (c) => {
      const pdf = await drawCardOf(parts, c.req.param('number'));
      if (isRefused(pdf)) return refusal(c, pdf);
      const [front] = await rasterise(pdf, screenDpi);
      return c.body(Uint8Array.from(front.png), 200, { 'content-type': 'image/png' });
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
