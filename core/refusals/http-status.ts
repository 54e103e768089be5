import type { RefusalCode } from './codes.ts';

export type RefusalStatus = 400 | 401 | 404 | 409 | 413 | 422 | 423 | 500 | 502 | 503 | 507;

/*
 * Which HTTP status (RFC 9110; 423 and 507 from RFC 4918) a refusal travels under. 422: what was given was
 * read, and is not good enough or not valid. 409: not now, or not in this order. 503: something outside the
 * request has to be set right first. 502: a printer or central answered, and badly.
 */
const statuses: Readonly<Record<RefusalCode, RefusalStatus>> = {
  'not-an-image': 422,
  'image-too-large': 413,
  'not-a-template': 422,
  'no-face': 422,
  'several-faces': 422,
  'poor-face': 422,
  'blank-print': 422,
  'not-a-print': 422,
  'poor-print': 422,
  'print-wrong-resolution': 422,
  'print-incomplete': 422,
  'no-finger-placed': 422,
  'scanner-gone': 503,
  'scanner-busy': 409,
  'no-scanner': 503,
  'capture-cancelled': 409,
  'invalid-request': 400,
  'invalid-details': 422,
  'impossible-birth-date': 422,
  'draft-not-found': 404,
  'consent-missing': 409,
  'details-missing': 409,
  'duplicate-check-missing': 409,
  'decision-missing': 409,
  'already-enrolled': 409,
  'person-not-found': 404,
  'card-not-found': 404,
  'no-code-in-picture': 422,
  'not-a-health-card': 422,
  'card-damaged': 422,
  'card-of-another-issuer': 422,
  'card-forged': 422,
  'card-expired': 422,
  'card-not-yet-valid': 422,
  'card-revoked': 422,
  'card-suspended': 422,
  'card-of-revoked-kiosk': 422,
  'card-locked': 422,
  'card-without-face': 422,
  'another-card': 409,
  'no-card-numbers': 503,
  'not-an-identity-code': 422,
  'identity-code-damaged': 422,
  'identity-code-forged': 422,
  'no-printer': 503,
  'printer-out-of-cards': 503,
  'printer-out-of-ribbon': 503,
  'printer-jammed': 503,
  'printer-open': 503,
  'printer-busy': 409,
  'printer-unreachable': 503,
  'printer-refused': 502,
  'print-outcome-unknown': 502,
  'not-signed-in': 401,
  'wrong-pin': 401,
  'locked-out': 423,
  'wrong-passphrase': 401,
  'kiosk-already-open': 409,
  'invalid-site': 422,
  'disk-full': 507,
  'cannot-write': 503,
  'central-unreachable': 503,
  'central-refused': 502,
  'not-registered': 409,
  'not-found': 404,
  'internal-error': 500,
};

/** The HTTP status of the response that carries this refusal. */
export function httpStatus(code: RefusalCode): RefusalStatus {
  return statuses[code];
}
