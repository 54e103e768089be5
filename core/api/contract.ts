import { z } from 'zod';
import type { RefusalCode } from '#core/refusals/codes.ts';
import type { ForeignCard } from '#foreign-cards/index.ts';
import type { FaceHint } from '#models/face/index.ts';
import type { PrintAdvice } from '#models/fingerprint/index.ts';
import {
  type Birth,
  Consent,
  FingerException,
  type FingerPosition,
  type Language,
  type Person,
} from '#sync/packet/person.ts';

/*
 * What goes through the kiosk's one door, in both directions. Requests are zod schemas, parsed by the routes;
 * responses are types. Every refusal is an HTTP 4xx/5xx whose body is a RefusalBody.
 */

export { fingerPositions, languages, Person } from '#sync/packet/person.ts';
export type { Birth, FaceHint, FingerException, FingerPosition, ForeignCard, Language, PrintAdvice };

/** Body of every refused request; the sentences are in the language of the `Accept-Language` header. */
export interface RefusalBody {
  readonly refusal: {
    readonly code: RefusalCode;
    readonly sentence: string;
    readonly remedy: string;
    readonly fields: readonly string[];
  };
}

// ——— requests ———

export const SignIn = z.object({ operator: z.string().min(1).max(40), pin: z.string().min(4).max(12) });
export const FindPerson = z.object({ text: z.string().trim().min(1).max(2000) });
export const GiveConsent = Consent.omit({ at: true, readBy: true });
export const FingerExceptionRequest = z.object({ reason: FingerException });
export const FaceExceptionRequest = z.object({ reason: z.enum(['refused', 'not-possible']) });
export const Decision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('new-person'), reason: z.string().trim().min(3).max(300) }),
  z.object({ decision: z.literal('same-person'), personId: z.uuid() }),
]);
export const CardText = z.object({ text: z.string().min(1).max(8000) });
export type Decision = z.infer<typeof Decision>;

// ——— responses ———

export type DeviceState = 'ready' | 'busy' | 'gone' | 'none';
export type Role = 'operator' | 'supervisor' | 'admin';

/** GET /api/kiosk: what the first screen needs, before anyone has signed in. */
export interface KioskView {
  readonly programme: Readonly<Record<Language, string>>;
  readonly organisation: string;
  readonly mode: 'survey' | 'counter' | 'self-service';
  readonly languages: readonly Language[];
  readonly consent: { readonly version: string; readonly text: Readonly<Record<Language, string>> };
  /** Which fingers this site asks for, in the order of capture. */
  readonly fingers: readonly FingerPosition[];
  readonly areas: readonly {
    readonly district: string;
    readonly districtLgd: string;
    readonly stateLgd: string;
  }[];
  readonly operators: readonly { readonly id: string; readonly name: string }[];
  readonly status: KioskStatus;
  /**
   * Present on the demo site alone: how to sign in, and how many people stand before the demo camera.
   * GET /api/demo/camera/0 … /people-1 is the JPEG frame of one; screens play them where there is no camera.
   */
  readonly demo: { readonly operator: string; readonly pin: string; readonly people: number } | null;
}

/** What changes by itself; GET /api/events sends one such object as the data of each `status` event. */
export interface KioskStatus {
  readonly scanner: DeviceState;
  readonly printer: 'idle' | 'printing' | 'stopped' | 'unreachable' | 'none';
  readonly outbox: { readonly waiting: number; readonly sent: number; readonly parked: number };
  readonly lastSync: { readonly at: string; readonly outcome: 'synced' | 'unreachable' | 'refused' } | null;
}

/** A `capture` event of GET /api/events: how far a fingerprint capture has come. */
export interface CaptureProgress {
  readonly stage: 'waiting' | 'finger-seen' | 'reading' | 'done';
  /** 0 to 1 while reading. */
  readonly fraction: number;
}

export interface Session {
  readonly token: string;
  readonly operator: { readonly id: string; readonly name: string; readonly role: Role };
}

export interface PersonSummary {
  readonly id: string;
  readonly name: string;
  readonly nativeName: { readonly text: string; readonly language: Language } | null;
  readonly sex: Person['sex'];
  readonly birth: Birth;
  readonly area: string;
  /** Last four digits only. */
  readonly phoneEnding: string | null;
  readonly card: CardSummary | null;
  readonly hasPortrait: boolean;
}

export interface CardSummary {
  readonly number: string;
  /** provisional: committed; issued: its printed QR was scanned back; confirmed: central accepted it. */
  readonly state: 'provisional' | 'printed' | 'issued' | 'confirmed' | 'revoked';
}

export type DraftStep = 'consent' | 'details' | 'face' | 'fingers' | 'duplicates' | 'finish';

export type FingerState =
  | { readonly state: 'captured'; readonly quality: number; readonly attempts: number }
  | { readonly state: 'exception'; readonly reason: FingerException };

export interface DraftView {
  readonly id: string;
  readonly step: DraftStep;
  readonly startedAt: string;
  readonly consent: Consent | null;
  readonly person: Person | null;
  readonly face:
    | { readonly state: 'captured'; readonly quality: number }
    | { readonly state: 'exception'; readonly reason: 'refused' | 'not-possible' }
    | null;
  readonly fingers: Readonly<Partial<Record<FingerPosition, FingerState>>>;
  readonly review: DuplicateReview | null;
  readonly decision: Decision | null;
}

export type Evidence = 'face' | 'finger' | 'name' | 'birth';

export interface DuplicateReview {
  /** same: this person is enrolled, update instead; perhaps: the operator decides; new: nobody alike. */
  readonly band: 'same' | 'perhaps' | 'new';
  readonly candidates: readonly {
    readonly person: PersonSummary;
    readonly band: 'same' | 'perhaps';
    readonly evidence: readonly Evidence[];
  }[];
}

export interface FingerCaptured {
  readonly quality: number;
  readonly attempts: number;
  readonly advice: PrintAdvice | null;
}

export interface Committed {
  readonly personId: string;
  readonly cardNumber: string;
  readonly updated: boolean;
}

export interface FaceGuidance {
  readonly hint: FaceHint;
  /** In pixels of the frame that was sent. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
}

export type Identified =
  | { readonly outcome: 'match'; readonly by: 'finger' | 'card'; readonly person: PersonSummary }
  /** By face alone the kiosk never decides: it proposes, best first. */
  | { readonly outcome: 'candidates'; readonly by: 'face'; readonly people: readonly PersonSummary[] }
  /** A valid card of somebody whose record is not on this kiosk. */
  | {
      readonly outcome: 'card-holder-elsewhere';
      readonly card: VerifiedCard;
      /** The code's text, for comparing the bearer's face with the card. */
      readonly text: string;
    }
  | { readonly outcome: 'nobody' };

export interface ClinicalOnCard {
  readonly bloodGroup: string | null;
  readonly allergies: readonly string[];
  readonly conditions: readonly string[];
  readonly emergencyContact: { readonly name: string; readonly phone: string } | null;
}

/** Whether the bearer looks like the face on the card; a person decides what follows from it. */
export interface FaceOnCardChecked {
  readonly outcome: 'alike' | 'unlike';
  readonly card: VerifiedCard;
}

export interface VerifiedCard {
  readonly number: string;
  readonly name: string;
  readonly nativeName: string | null;
  readonly birth: string;
  readonly sex: Person['sex'];
  /** What stood encrypted on the card and this kiosk could open. */
  readonly clinical: ClinicalOnCard | null;
  /** Something on the card is encrypted to a key that this kiosk does not hold. */
  readonly locked: boolean;
  /** Whether the bearer's face can be compared with one on the card. */
  readonly hasFace: boolean;
  /** ISO time of the status list the verdict rests on; null when the kiosk has none yet. */
  readonly statusAsOf: string | null;
}

export interface Printed {
  readonly outcome: 'printed';
  readonly printer: string;
}

export type Synced = {
  readonly outcome: 'synced';
  readonly accepted: number;
  readonly duplicates: number;
  readonly parked: number;
};
