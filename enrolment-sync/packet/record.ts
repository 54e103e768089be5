import { z } from 'zod';
import { Consent, type FingerException, type FingerPosition, Person } from './person.ts';

/** One enrolment or update, without its biometrics. */
export interface EnrolmentRecord {
  /** UUIDv7. */
  readonly personId: string;
  /** 1 for the enrolment, one more with each update. */
  readonly revision: number;
  readonly person: Person;
  readonly consent: Consent;
  readonly card: Readonly<PacketCard>;
  readonly operator: string;
  readonly device: string;
  readonly organisation: string;
  /** ISO 8601 instant. */
  readonly enrolledAt: string;
  /** What the kiosk's own duplicate check showed, and why the operator went on. */
  readonly decision?: {
    readonly band: string;
    readonly candidates: readonly string[];
    readonly reason: string;
  };
  readonly update: boolean;
}

/** Templates and pictures. They stay out of the FHIR Bundle: a general health record keeps no biometrics. */
export interface BiometricPart {
  readonly face: {
    readonly model: string;
    readonly vector: Float32Array | Uint8Array;
    readonly quality: number;
    /** JPEG. */
    readonly photo: Uint8Array;
  } | null;
  readonly fingers: readonly {
    readonly position: FingerPosition;
    readonly engine: string;
    readonly template: Uint8Array;
    readonly quality: number;
    /** PNG. */
    readonly image: Uint8Array;
    readonly dpi: number;
  }[];
  readonly exceptions: readonly { readonly position: FingerPosition; readonly reason: FingerException }[];
}

const label = z.string().min(1).max(200);

export const CardNumber = z.string().regex(/^\d{12}$/);

/** Why a card is taken back. */
export const RevocationReason = z.enum(['lost', 'stolen']);
export type RevocationReason = z.infer<typeof RevocationReason>;

export const PacketCard = z.object({
  /** Twelve digits with the check digit. */
  number: CardNumber,
  /** Hexadecimal id of the device key that signed the card. */
  kid: z.string().regex(/^[0-9a-f]{16}$/),
  statusIndex: z.int().min(0),
  /** Seconds since 1970. */
  issuedAt: z.int().min(0),
});
export type PacketCard = z.infer<typeof PacketCard>;

export const EnrolmentRecord = z.object({
  personId: z.uuid(),
  revision: z.int().min(1),
  person: Person,
  consent: Consent,
  card: PacketCard,
  operator: label,
  device: label,
  organisation: label,
  enrolledAt: z.iso.datetime({ offset: true }),
  decision: z
    .object({ band: label, candidates: z.array(label).max(100), reason: z.string().max(1000) })
    .optional(),
  update: z.boolean(),
});
