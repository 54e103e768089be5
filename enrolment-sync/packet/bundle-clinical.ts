import type { AllergyIntolerance, Condition, Observation, Reference } from 'fhir/r4.d.ts';
import { codes } from './bundle-codes.ts';
import type { Statement } from './bundle-statement.ts';
import type { EnrolmentRecord } from './record.ts';

/** Blood group, allergies and conditions as the person said them: words without codes, unconfirmed. */
export function clinicalStatements(
  { person: { clinical }, enrolledAt }: EnrolmentRecord,
  subject: Reference,
): readonly Statement[] {
  if (!clinical) return [];
  const { bloodGroup, allergies, conditions } = clinical;
  return [
    ...(bloodGroup ? [{ about: 'blood-group', resource: observation(bloodGroup, subject, enrolledAt) }] : []),
    ...allergies.map((words) => ({
      about: `allergy:${words}`,
      resource: allergy(words, subject, enrolledAt),
    })),
    ...conditions.map((words) => ({
      about: `condition:${words}`,
      resource: condition(words, subject, enrolledAt),
    })),
  ];
}

function observation(bloodGroup: string, subject: Reference, enrolledAt: string): Observation {
  return {
    resourceType: 'Observation',
    // Said, not tested: preliminary until a laboratory confirms it.
    status: 'preliminary',
    category: [codes.survey],
    code: codes.bloodGroup,
    subject,
    effectiveDateTime: enrolledAt,
    valueCodeableConcept: { text: bloodGroup },
  };
}

function allergy(words: string, patient: Reference, enrolledAt: string): AllergyIntolerance {
  return {
    resourceType: 'AllergyIntolerance',
    clinicalStatus: codes.allergyActive,
    verificationStatus: codes.allergyUnconfirmed,
    code: { text: words },
    patient,
    recordedDate: enrolledAt,
  };
}

function condition(words: string, subject: Reference, enrolledAt: string): Condition {
  return {
    resourceType: 'Condition',
    clinicalStatus: codes.conditionActive,
    verificationStatus: codes.conditionUnconfirmed,
    code: { text: words },
    subject,
    recordedDate: enrolledAt,
  };
}
