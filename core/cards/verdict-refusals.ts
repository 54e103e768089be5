import type { RefusalCode } from '#core/refusals/codes.ts';
import type { Verdict } from '#health-card/index.ts';

type Unfavourable = Exclude<Verdict['verdict'], 'valid'>;

const refusals = {
  'unknown-issuer': 'card-of-another-issuer',
  'issuer-revoked': 'card-of-revoked-kiosk',
  'bad-signature': 'card-forged',
  expired: 'card-expired',
  'not-yet-valid': 'card-not-yet-valid',
  revoked: 'card-revoked',
  suspended: 'card-suspended',
  locked: 'card-locked',
  damaged: 'card-damaged',
  'not-a-health-card': 'not-a-health-card',
} as const satisfies Record<Unfavourable, RefusalCode>;

/** The refusal that tells a person of a verdict. */
export const refusalOf = (verdict: Unfavourable): RefusalCode => refusals[verdict];

const codes = new Map<string, Unfavourable>();

/** The verdict a refusal tells of; null for a refusal of another kind. */
export const verdictOf = (code: string): Unfavourable | null => codes.get(code) ?? null;

let verdict: Unfavourable;
for (verdict in refusals) codes.set(refusals[verdict], verdict);
