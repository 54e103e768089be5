import { Hono } from 'hono';
import { makeNewCard } from '#core/cards/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, refuse } from '#core/refusals/codes.ts';
import { answer, json, refusal } from '../answer.ts';
import { FindPerson } from '../contract.ts';
import type { SignedIn } from '../signed-in.ts';

/** Finding people by what they say, looking at one, and giving one a new card. */
export function peopleRoutes(parts: Parts) {
  const { people, cards } = parts;
  return new Hono<SignedIn>()
    .post('/find', json(FindPerson), (c) => {
      const { text } = c.req.valid('json');
      const card = cards.verify(text);
      return c.json({ people: people.find(isRefused(card) ? text : card.number) });
    })
    .get('/:id', (c) => {
      const known = people.get(c.req.param('id'));
      const summary = people.summary(c.req.param('id'));
      return answer(c, known && summary ? { summary, person: known.person } : refuse('person-not-found'));
    })
    .post('/:id/card', async (c) => {
      const card = await makeNewCard(parts, c.var.operator, c.req.param('id'));
      return answer(c, isRefused(card) ? card : { card });
    })
    .get('/:id/portrait', (c) => {
      const portrait = people.portrait(c.req.param('id'));
      if (!portrait) return refusal(c, refuse('person-not-found'));
      return c.body(Uint8Array.from(portrait), 200, { 'content-type': 'image/jpeg' });
    });
}
