import type { Context } from 'hono';
import { validator } from 'hono/validator';
import type { z } from 'zod';
import { isRefused, type RefusalCode, type Refused, refuse } from '#core/refusals/codes.ts';
import { explain, preferredLanguage } from '#core/refusals/explain.ts';
import { httpStatus } from '#core/refusals/http-status.ts';
import type { RefusalBody } from './contract.ts';

/* How a value becomes an answer: results as they are, refusals explained in the caller's language. */

/** A refusal as a response. */
export function refusal(c: Context, refused: Refused) {
  const language = preferredLanguage(c.req.header('accept-language') ?? null);
  const body: RefusalBody = { refusal: explain(refused, language) };
  return c.json(body, httpStatus(refused.code));
}

/** A result or a refusal as a response. */
export function answer<T>(c: Context, value: T | Refused, status: 200 | 201 = 200) {
  return isRefused(value) ? refusal(c, value) : c.json(value, status);
}

/** Parses a JSON body by its schema; what does not fit is refused with the paths that are wrong. */
export function json<S extends z.ZodType>(
  schema: S,
  code: 'invalid-request' | 'invalid-details' = 'invalid-request',
) {
  return validator('json', (value, c) => parsed(schema, value, c, code));
}

/** Parses the query by its schema, with the same refusal. */
export function query<S extends z.ZodType>(schema: S) {
  return validator('query', (value, c) => parsed(schema, value, c, 'invalid-request'));
}

function parsed<S extends z.ZodType>(
  schema: S,
  value: unknown,
  c: Context,
  code: RefusalCode,
): z.output<S> | Response {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = new Set(result.error.issues.map((issue) => issue.path.join('.')));
  return refusal(c, refuse(code, [...fields]));
}

/** The raw body of a picture. */
export async function bytesOf(c: Context): Promise<Uint8Array> {
  return new Uint8Array(await c.req.arrayBuffer());
}
