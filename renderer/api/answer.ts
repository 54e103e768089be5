import { z } from 'zod';
import type { RefusalBody } from '#core/api/contract.ts';

/*
 * What the core answers, as a value: the thing asked for, a refusal with its sentence and remedy in the
 * screen's language, or nothing at all because the core itself is not there.
 */

export interface RefusedAnswer {
  readonly outcome: 'refused';
  readonly code: RefusalBody['refusal']['code'] | 'unknown';
  readonly sentence: string;
  readonly remedy: string;
  readonly fields: readonly string[];
  readonly statusAsOf?: string | null | undefined;
}

export type Failure = RefusedAnswer | { readonly outcome: 'core-unreachable' };
export type Answer<T> = { readonly outcome: 'answered'; readonly value: T } | Failure;

const Refusal = z.object({
  refusal: z.object({
    code: z.custom<RefusalBody['refusal']['code']>((value) => typeof value === 'string'),
    sentence: z.string(),
    remedy: z.string(),
    fields: z.array(z.string()).default([]),
    statusAsOf: z.string().nullish(),
  }),
});

/** Reads the body of a refused response; a body that is no refusal becomes one of code `unknown` without words. */
export async function refusalOf(response: Response): Promise<RefusedAnswer> {
  const parsed = Refusal.safeParse(await response.json().catch(() => null));
  if (parsed.success) return { outcome: 'refused', ...parsed.data.refusal };
  return { outcome: 'refused', code: 'unknown', sentence: '', remedy: '', fields: [] };
}
