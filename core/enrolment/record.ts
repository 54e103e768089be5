import type { Card } from '#core/cards/index.ts';
import type { Operator } from '#core/operators/index.ts';
import type { BiometricPart, EnrolmentRecord } from '#sync/packet/index.ts';
import { type Consent, FingerPosition, type Person } from '#sync/packet/person.ts';
import type { Draft } from './draft.ts';
import type { FaceCapture, FingerCapture } from './draft-store.ts';

/** A draft to which nothing is missing. */
export interface CompleteDraft {
  readonly draft: Draft;
  readonly consent: Consent;
  readonly person: Person;
  readonly face: FaceCapture | null;
  readonly fingers: readonly FingerCapture[];
}

interface Circumstances {
  readonly personId: string;
  readonly revision: number;
  readonly card: Card;
  readonly operator: Operator;
  readonly device: string;
  readonly organisation: string;
  readonly enrolledAt: string;
}

/** What the packet says of an enrolment, beside the biometrics. */
export function recordOf({ draft, person, consent }: CompleteDraft, made: Circumstances): EnrolmentRecord {
  const { review, decision } = draft.body;
  const { number, kid, statusIndex, issuedAt } = made.card;
  const { personId, revision, device, organisation, enrolledAt } = made;
  return {
    personId,
    revision,
    person,
    consent,
    card: { number, kid, statusIndex, issuedAt },
    operator: made.operator.id,
    device,
    organisation,
    enrolledAt,
    update: decision?.decision === 'same-person',
    ...(review &&
      decision && {
        decision: {
          band: review.band,
          candidates: review.candidates.map((candidate) => candidate.person.id),
          reason: decision.decision === 'new-person' ? decision.reason : 'same-person',
        },
      }),
  };
}

/** The packet's biometric part: templates and images; after the commit no kiosk table holds the images. */
export function biometricsOf({ draft, face, fingers }: CompleteDraft): BiometricPart {
  return {
    face: face && { model: face.model, vector: face.vector, quality: face.quality, photo: face.photo },
    fingers: fingers.map(({ position, engine, template, quality, image, dpi }) => ({
      position,
      engine,
      template,
      quality,
      image,
      dpi,
    })),
    exceptions: FingerPosition.options.flatMap((position) => {
      const reason = draft.body.fingerExceptions[position];
      return reason ? [{ position, reason }] : [];
    }),
  };
}
