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
  return graveReason(reasons) ?? meaningIn(reasons) ?? 'other';
}

/**
 * What holds up a printer that does not say it has stopped; null when nothing grave that is known does. That media are
 * needed holds a job up however mildly it is said, as ippeveprinter says it.
 */
export function graveReason(reasons: readonly string[]): StopReason | null {
  return meaningIn(
    reasons.filter((reason) => /^media-needed/.test(reason) || !/-(report|warning)$/.test(reason)),
  );
}

function meaningIn(reasons: readonly string[]): StopReason | null {
  const known = reasons.flatMap(
    (reason) => meanings.get(reason.replace(/-(report|warning|error)$/, '')) ?? [],
  );
  return known[0] ?? null;
}
