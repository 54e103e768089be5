import { createMiddleware } from 'hono/factory';
import type { Operator } from '#core/operators/index.ts';
import type { Parts } from '#core/parts.ts';
import { refuse } from '#core/refusals/codes.ts';
import { refusal } from './answer.ts';

export interface SignedIn {
  Variables: { operator: Operator };
}

/** Lets only requests with the bearer token of a session through. */
export function signedIn({ operators }: Pick<Parts, 'operators'>) {
  return createMiddleware<SignedIn>(async (c, next) => {
    const operator = operators.signedIn(bearerOf(c.req.header('authorization')));
    if (!operator) return refusal(c, refuse('not-signed-in'));
    c.set('operator', operator);
    return next();
  });
}

/** The token of an Authorization header. */
export function bearerOf(header: string | undefined): string | null {
  return /^Bearer (\S+)$/.exec(header ?? '')?.[1] ?? null;
}
