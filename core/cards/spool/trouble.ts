import type { RefusalCode } from '#core/refusals/codes.ts';
import type { PrintResult, StopReason } from '#drivers/card-printer/index.ts';

/*
 * What stands in the way of a card, as the code whose sentence the operator reads. What can be mended at the printer
 * goes on by itself once it is; for the rest somebody has to say so, or a printer that refuses a card would be asked for ever.
 */

export interface Trouble {
  readonly code: RefusalCode;
  readonly goesOnByItself: boolean;
}

type Failed = Exclude<PrintResult, { outcome: 'printed' | 'unknown' }>;

/** Why a job that came to nothing did; nothing has come out. */
export function troubleOf(result: Failed): Trouble {
  if (result.outcome === 'stopped') return stopTrouble(result.reason);
  return { code: failureCodes[result.outcome], goesOnByItself: result.outcome !== 'refused' };
}

/** Why the printer itself stands still. */
export function stopTrouble(reason: StopReason): Trouble {
  return { code: stopCodes[reason], goesOnByItself: reason !== 'other' };
}

const failureCodes = {
  busy: 'printer-busy',
  unreachable: 'printer-unreachable',
  refused: 'printer-refused',
  'disk-full': 'disk-full',
} as const satisfies Record<Exclude<Failed['outcome'], 'stopped'>, RefusalCode>;

const stopCodes = {
  'media-empty': 'printer-out-of-cards',
  'ribbon-empty': 'printer-out-of-ribbon',
  'media-jam': 'printer-jammed',
  'cover-open': 'printer-open',
  other: 'printer-stopped',
} as const satisfies Record<StopReason, RefusalCode>;
