import type { Verdict } from '#health-card/index.ts';

/** What `kiosk verify-card` says of a card. */
export interface Judged {
  readonly verdict: Verdict['verdict'];
  /** Of a damaged card: what is broken in it. */
  readonly reason: string | null;
  /** Null where nobody proved who wrote it. */
  readonly card: Readonly<Record<string, unknown>> | null;
}

export const exitCodes = { valid: 0, otherwise: 1 } as const;

/** The judgement in a line or two. */
export function wordsOf({ verdict, reason, card }: Judged): string {
  if (!card) return reason ? `${verdict}: ${reason}` : verdict;
  const status = card['statusAsOf'] ? `status as of ${card['statusAsOf']}` : 'status not known here';
  return [`${verdict}: ${card['name']}, card ${card['number']}`, status].join('\n');
}
