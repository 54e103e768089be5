import type { Decision } from '#core/api/contract.ts';
import type { Operator } from '#core/operators/index.ts';
import type { Parts } from '#core/parts.ts';
import { type Refused, refuse } from '#core/refusals/codes.ts';
import type { Draft } from './draft.ts';

/**
 * Takes the operator's decision on a duplicate review. Somebody who is surely enrolled already can only be
 * updated: refusal already-enrolled. Others: duplicate-check-missing, person-not-found.
 */
export function decide(
  { drafts, audit, db }: Pick<Parts, 'drafts' | 'audit' | 'db'>,
  operator: Operator,
  { id, body: { review } }: Draft,
  decision: Decision,
): Refused | null {
  if (!review) return refuse('duplicate-check-missing');
  const isNew = decision.decision === 'new-person';
  if (!isNew && !review.candidates.some(({ person }) => person.id === decision.personId)) {
    return refuse('person-not-found');
  }
  return db.transaction(() => {
    if (isNew && review.band === 'same') {
      audit.append('duplicate-refused', { operator: operator.id, subject: id });
      return refuse('already-enrolled');
    }
    drafts.write(id, { decision });
    if (isNew && review.band === 'perhaps') {
      audit.append('duplicate-overruled', { operator: operator.id, subject: id });
    }
    return null;
  })();
}
