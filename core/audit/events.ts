/** What the audit tells of. An event names ids only; never a name, a number of a person, or a biometric. */
export const auditEvents = [
  'kiosk-opened',
  'kiosk-registered',
  'operator-signed-in',
  'operator-refused',
  'operator-locked-out',
  'operator-signed-out',
  'draft-started',
  'draft-discarded',
  'duplicate-overruled',
  'duplicate-refused',
  'person-enrolled',
  'person-updated',
  'person-identified',
  'card-face-alike',
  'card-face-unlike',
  'card-printed',
  'card-issued',
  'card-confirmed',
  'card-revoked',
  'packet-parked',
  'synced',
] as const;

export type AuditEvent = (typeof auditEvents)[number];
