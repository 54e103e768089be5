import type { StopReason } from '../types.ts';

/** IPP's words (RFC 8011 §5.4.12, PWG 5100.9) for what an operator can mend. */
const meanings = new Map<string, StopReason>([
  ['media-empty', 'media-empty'],
  ['media-needed', 'media-empty'],
  ['input-tray-missing', 'media-empty'],
  ['media-jam', 'media-jam'],
  ['marker-supply-empty', 'ribbon-empty'],
  ['marker-supply-missing', 'ribbon-empty'],
  ['toner-empty', 'ribbon-empty'],
  ['cover-open', 'cover-open'],
  ['door-open', 'cover-open'],
  ['interlock-open', 'cover-open'],
]);

/** Why a printer stopped, from its state reasons. Errors speak before warnings; what is not known is `other`. */
export function stopReason(reasons: readonly string[]): StopReason {
  const grave = reasons.filter((reason) => !/-(report|warning)$/.test(reason));
  for (const reason of [...grave, ...reasons]) {
    const meaning = meanings.get(reason.replace(/-(report|warning|error)$/, ''));
    if (meaning) return meaning;
  }
  return 'other';
}
