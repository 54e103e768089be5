import { z } from 'zod';
import { Decision, type DraftStep, type DraftView, type DuplicateReview } from '#core/api/contract.ts';
import { Consent, FingerException, FingerPosition, Language, Person } from '#sync/packet/person.ts';

/*
 * A draft is an enrolment that is not committed. Its step is never stored: it follows from what is there,
 * so that a resumed draft opens exactly where the work stopped.
 */

const Review = z.custom<DuplicateReview>(
  (value) => typeof value === 'object' && value !== null && 'band' in value,
);

/** What is typed and decided; pictures and templates stand in their own tables. */
export const DraftBody = z.object({
  language: Language,
  consent: Consent.nullable(),
  person: Person.nullable(),
  faceException: z.enum(['refused', 'not-possible']).nullable(),
  fingerExceptions: z.partialRecord(FingerPosition, FingerException),
  fingersFinished: z.boolean(),
  review: Review.nullable(),
  decision: Decision.nullable(),
});
export type DraftBody = z.infer<typeof DraftBody>;

export interface DraftFace {
  readonly quality: number;
}

export interface DraftFinger {
  readonly position: FingerPosition;
  readonly quality: number;
  readonly attempts: number;
  /** False while a better print is still to be tried for. */
  readonly kept: boolean;
}

export interface Draft {
  readonly id: string;
  readonly operator: string;
  readonly startedAt: string;
  readonly body: DraftBody;
  readonly face: DraftFace | null;
  readonly fingers: readonly DraftFinger[];
}

export function emptyBody(language: Language): DraftBody {
  return {
    language,
    consent: null,
    person: null,
    faceException: null,
    fingerExceptions: {},
    fingersFinished: false,
    review: null,
    decision: null,
  };
}

/** The next thing to do, given the fingers that the site asks for. */
export function stepOf(draft: Draft, asked: readonly FingerPosition[]): DraftStep {
  const { body } = draft;
  if (!body.consent) return 'consent';
  if (!body.person) return 'details';
  if (!draft.face && !body.faceException) return 'face';
  if (!body.fingersFinished && !asked.every((position) => isDone(draft, position))) return 'fingers';
  if (!body.review || (body.review.band !== 'new' && !body.decision)) return 'duplicates';
  return 'finish';
}

function isDone(draft: Draft, position: FingerPosition): boolean {
  return (
    position in draft.body.fingerExceptions ||
    draft.fingers.some((finger) => finger.kept && finger.position === position)
  );
}

/** The draft as screens and the command line see it: without any image, template or vector. */
export function viewOf(draft: Draft, asked: readonly FingerPosition[]): DraftView {
  const { body, face } = draft;
  const exceptions = Object.entries(body.fingerExceptions).map(([position, reason]) => [
    position,
    { state: 'exception', reason },
  ]);
  const captured = draft.fingers
    .filter(({ kept }) => kept)
    .map(({ position, quality, attempts }) => [position, { state: 'captured', quality, attempts }]);
  return {
    id: draft.id,
    step: stepOf(draft, asked),
    startedAt: draft.startedAt,
    consent: body.consent,
    person: body.person,
    face: face ? { state: 'captured', quality: face.quality } : faceException(body),
    fingers: Object.fromEntries([...exceptions, ...captured]),
    review: body.review,
    decision: body.decision,
  };
}

function faceException({ faceException: reason }: DraftBody): DraftView['face'] {
  return reason ? { state: 'exception', reason } : null;
}
