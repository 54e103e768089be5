import type { z } from 'zod';
import type { GiveConsent } from '#core/api/contract.ts';
import type { Operator } from '#core/operators/index.ts';
import type { Parts } from '#core/parts.ts';
import { isPossibleBirth } from '#core/people/index.ts';
import { type Refused, refuse } from '#core/refusals/codes.ts';
import type { FingerException, FingerPosition, Language, Person } from '#sync/packet/person.ts';
import type { Draft } from './draft.ts';

/* The steps that are typed and decided. Whatever changes the person undoes the duplicate review. */

type Needs = Pick<Parts, 'drafts' | 'audit' | 'db' | 'now'>;

const reviewUndone = { review: null, decision: null };

export function startDraft({ drafts, audit, db }: Needs, operator: Operator, language: Language): Draft {
  return db.transaction(() => {
    const draft = drafts.start(operator.id, language);
    audit.append('draft-started', { operator: operator.id, subject: draft.id });
    return draft;
  })();
}

export function discardDraft({ drafts, audit, db }: Needs, operator: Operator, id: string): Refused | null {
  return db.transaction(() => {
    if (!drafts.remove(id)) return refuse('draft-not-found');
    audit.append('draft-discarded', { operator: operator.id, subject: id });
    return null;
  })();
}

export function giveConsent(
  { drafts, now }: Needs,
  operator: Operator,
  id: string,
  consent: z.infer<typeof GiveConsent>,
): void {
  const given = { ...consent, readBy: operator.id, at: now().toISOString() };
  drafts.write(id, { consent: given, language: consent.language });
}

/** Refusal: impossible-birth-date. */
export function giveDetails({ drafts, now }: Needs, id: string, person: Person): Refused | null {
  if (!isPossibleBirth(person.birth, now())) return refuse('impossible-birth-date', ['birth']);
  drafts.write(id, { person, ...reviewUndone });
  return null;
}

export function exceptFace({ drafts, db }: Needs, id: string, reason: 'refused' | 'not-possible'): void {
  db.transaction(() => {
    drafts.putFace(id, null);
    drafts.write(id, { faceException: reason, ...reviewUndone });
  })();
}

export function exceptFinger(
  { drafts, db }: Needs,
  draft: Draft,
  position: FingerPosition,
  reason: FingerException,
): void {
  db.transaction(() => {
    drafts.removeFinger(draft.id, position);
    const fingerExceptions = { ...draft.body.fingerExceptions, [position]: reason };
    drafts.write(draft.id, { fingerExceptions, ...reviewUndone });
  })();
}
