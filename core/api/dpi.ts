import type { Context } from 'hono';
import { z } from 'zod';
import { type Refused, refuse } from '#core/refusals/codes.ts';

const Dpi = z.coerce.number().int().min(100).max(2000).default(500);

/** The resolution a print was sent with, `?dpi=508`; 500 when it is not said. Refusal: invalid-request. */
export function dpiOf(c: Context): number | Refused {
  return Dpi.safeParse(c.req.query('dpi')).data ?? refuse('invalid-request', ['dpi']);
}
