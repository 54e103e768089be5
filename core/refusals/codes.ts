/*
 * Every way the kiosk can say no. A code is the contract; its sentence and its remedy are in `sentences/`,
 * one file a language. Screens and the command line show the same ones.
 */

export const refusalCodes = [
  // pictures and prints
  'not-an-image',
  'image-too-large',
  'not-a-template',
  'no-face',
  'several-faces',
  'poor-face',
  'blank-print',
  'not-a-print',
  'poor-print',
  'print-wrong-resolution',
  'print-incomplete',
  'no-finger-placed',
  'scanner-gone',
  'scanner-busy',
  'no-scanner',
  'capture-cancelled',
  'liveness-required',
  'liveness-not-begun',
  'liveness-tries-spent',
  // what was typed
  'invalid-request',
  'invalid-details',
  'impossible-birth-date',
  // the enrolment
  'draft-not-found',
  'consent-missing',
  'details-missing',
  'duplicate-check-missing',
  'decision-missing',
  'already-enrolled',
  'person-not-found',
  // cards
  'card-not-found',
  'no-code-in-picture',
  'not-a-health-card',
  'card-damaged',
  'card-of-another-issuer',
  'card-forged',
  'card-expired',
  'card-not-yet-valid',
  'card-revoked',
  'card-suspended',
  'card-of-revoked-kiosk',
  'card-locked',
  'card-without-face',
  'another-card',
  'older-card',
  'card-still-good',
  'no-card-numbers',
  'card-text-too-long',
  // other people's cards
  'not-an-identity-code',
  'identity-code-damaged',
  'identity-code-forged',
  // printers
  'no-printer',
  'printer-out-of-cards',
  'printer-out-of-ribbon',
  'printer-jammed',
  'printer-open',
  'printer-busy',
  'printer-unreachable',
  'printer-refused',
  'printer-stopped',
  'print-outcome-unknown',
  'print-job-not-found',
  'print-job-moved-on',
  'reprint-reason-missing',
  // operators
  'not-signed-in',
  'wrong-pin',
  'locked-out',
  // the kiosk itself
  'wrong-passphrase',
  'kiosk-already-open',
  'invalid-site',
  'disk-full',
  'cannot-write',
  'central-unreachable',
  'central-refused',
  'not-registered',
  'not-found',
  'internal-error',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** An expected failure, as a value. `fields` names what in the request was wrong, never its content. */
export interface Refused {
  readonly outcome: 'refused';
  readonly code: RefusalCode;
  readonly fields?: readonly string[];
  /** Of a card: ISO time of the status list that the verdict rests on; null where none knows the card. */
  readonly statusAsOf?: string | null;
}

/** Makes a refusal. */
export function refuse(code: RefusalCode, fields?: readonly string[]): Refused {
  return fields ? { outcome: 'refused', code, fields } : { outcome: 'refused', code };
}

/** Tells a refusal from a result. */
export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'outcome' in value && value.outcome === 'refused';
}
