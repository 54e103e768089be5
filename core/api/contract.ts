import { z } from 'zod';
import type { RefusalCode } from '#core/refusals/codes.ts';
import type { ForeignCard } from '#foreign-cards/index.ts';
import type { ChallengeFailure, FaceHint, Observation, Prompt } from '#models/face/index.ts';
import type { PrintAdvice } from '#models/fingerprint/index.ts';
import {
  type Birth,
  Consent,
  FingerException,
  type FingerPosition,
  type Language,
  type Person,
} from '#sync/packet/person.ts';
import { RevocationReason } from '#sync/packet/record.ts';

/*
 * What goes through the kiosk's one door, in both directions. Requests are zod schemas, parsed by the routes;
 * responses are types. Every refusal is an HTTP 4xx/5xx whose body is a RefusalBody.
 */

export { type BestFrame, noFrame, withFrame } from '#models/face/best-frame.ts';
export { faceHints } from '#models/face/quality/advice.ts';
export { fingerPositions, languages, Person } from '#sync/packet/person.ts';
export type { Birth, FaceHint, FingerException, FingerPosition, ForeignCard, Language, PrintAdvice };

/** Body of every refused request; the sentences are in the language of the `Accept-Language` header. */
export interface RefusalBody {
  readonly refusal: {
    readonly code: RefusalCode;
    readonly sentence: string;
    readonly remedy: string;
    readonly fields: readonly string[];
    /** Of a refused card: ISO time of the status list that the verdict rests on; null where none knows the card. */
    readonly statusAsOf?: string | null;
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
/** Why a card that came out of the printer is printed once more. Lost and stolen cards are cancelled instead. */
export const ReprintReason = z.enum(['spoiled', 'unreadable', 'damaged', 'never-came-out']);
export type ReprintReason = z.infer<typeof ReprintReason>;
export const PrintReason = z.enum(['first', 'newer-text', ...ReprintReason.options]);
export type PrintReason = z.infer<typeof PrintReason>;
export const PrintRequest = z.object({ reason: ReprintReason.nullable().default(null) });
/** Lost or stolen: the card is taken back for good. */
export const RevokeCard = z.object({ reason: RevocationReason });
export const PrintOutcome = z.object({ cameOut: z.boolean() });
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
  /** Whether recognising by face begins with a challenge. */
  readonly liveness: boolean;
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
  /** Why the printer stands still, in the words of a refusal; null when it does not. */
  readonly printerTrouble: 'media-empty' | 'media-jam' | 'ribbon-empty' | 'cover-open' | 'other' | null;
  /** Cards in the print queue: to be printed, to be asked about, and printed but not yet scanned back. */
  readonly prints: { readonly waiting: number; readonly asking: number; readonly unscanned: number };
  /** Card numbers left, and those of the reserve; `low` when a network is needed soon. */
  readonly numbers: { readonly left: number; readonly reserve: number; readonly low: boolean };
  /** ISO time of the list of cancelled cards at hand; null when there is none yet. */
  readonly statusAsOf: string | null;
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
  /** Ranks the frames of one moment, 0..1; 0 where there is not one face alone. */
  readonly merit: number;
  /** In pixels of the frame that was sent. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
}

/** A challenge against photos: three movements in an order drawn by lot. Left and right are the person's. */
export type ChallengeView =
  | {
      readonly outcome: 'running';
      readonly prompt: Prompt;
      /** In the last frame. */
      readonly seen: Observation['seen'] | null;
      /** Movements made, and asked for. */
      readonly done: number;
      readonly of: number;
    }
  | { readonly outcome: 'failed'; readonly reason: ChallengeFailure; readonly triesLeft: number };

export type Identified =
  | { readonly outcome: 'match'; readonly by: 'finger'; readonly person: PersonSummary }
  /** `statusAsOf`: ISO time of the status list that the card's verdict rests on; null when none knows it yet. */
  | {
      readonly outcome: 'match';
      readonly by: 'card';
      readonly person: PersonSummary;
      readonly statusAsOf: string | null;
    }
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

/**
 * waiting: to be printed; sending: at the printer; unknown: it may have come out, somebody has to look; printed: to be
 * scanned back; done: scanned back; given-up: taken out of the queue, or printed anew.
 */
export type PrintJobState = 'waiting' | 'sending' | 'unknown' | 'printed' | 'done' | 'given-up';

export interface PrintJob {
  readonly id: number;
  readonly number: string;
  /** Whose card it is. */
  readonly name: string;
  readonly reason: PrintReason;
  readonly state: PrintJobState;
  /** What stands in the way, and what to do; null when nothing does. */
  readonly trouble: RefusalBody['refusal'] | null;
  /** Whether it is printed by itself once that is mended. */
  readonly goesOnByItself: boolean;
}

/** GET /api/cards/:number */
export interface CardView {
  readonly card: CardSummary;
  /** Its job in the print queue, if it has one. */
  readonly job: PrintJob | null;
  /** never: not printed yet; this: as it now is; older: something on it has changed since. */
  readonly printed: 'never' | 'this' | 'older';
  /** Valid for its full time; otherwise until central has confirmed it. */
  readonly lasting: boolean;
}

export type Synced = {
  readonly outcome: 'synced';
  readonly accepted: number;
  readonly duplicates: number;
  readonly parked: number;
};
