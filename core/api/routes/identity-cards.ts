import { Hono } from 'hono';
import { readCardPicture } from '#core/identification/index.ts';
import type { Parts } from '#core/parts.ts';
import { readIdentityCard } from '#core/people/index.ts';
import { isRefused } from '#core/refusals/codes.ts';
import { answer, bytesOf, json } from '../answer.ts';
import { CardText } from '../contract.ts';
import type { SignedIn } from '../signed-in.ts';

/** Other people's cards, read to spare typing. */
export function identityCardRoutes({ site }: Pick<Parts, 'site'>) {
  return new Hono<SignedIn>()
    .post('/read', json(CardText), (c) => answer(c, readIdentityCard(site, c.req.valid('json').text)))
    .post('/read/picture', async (c) => {
      const text = await readCardPicture(await bytesOf(c));
      return answer(c, isRefused(text) ? text : readIdentityCard(site, text));
    });
}
