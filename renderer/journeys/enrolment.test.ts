import { expect, test } from 'vitest';
import { createActor, waitFor } from 'xstate';
import type { DraftStep, DraftView } from '#core/api/contract.ts';
import type { Answer } from '../api/answer.ts';
import { type EnrolmentActs, enrolmentMachine } from './enrolment.ts';

const draft = (step: DraftStep, more: Partial<DraftView> = {}): DraftView => ({
  id: '5e0c1c38-6a2f-4b63-9d0a-6b1c0a6fd001',
  step,
  startedAt: '2026-11-22T09:00:00Z',
  consent: null,
  person: null,
  face: null,
  fingers: {},
  review: null,
  decision: null,
  ...more,
});

const answered = <T>(value: T): Answer<T> => ({ outcome: 'answered', value });
const committed = { personId: 'p', cardNumber: '1', updated: false };
const nobodyAlike = draft('finish', { review: { band: 'new', candidates: [] } });
const somebodyAlike = draft('duplicates', { review: { band: 'perhaps', candidates: [] } });

function begin(from: DraftView, acts: Partial<EnrolmentActs> = {}) {
  const machine = enrolmentMachine({
    review: async () => answered(nobodyAlike),
    commit: async () => answered(committed),
    ...acts,
  });
  return createActor(machine, { input: { draft: from } }).start();
}

test.each(['consent', 'details', 'face', 'fingers'] as const)(
  'an enrolment left at %s resumes there',
  (step) => {
    expect(begin(draft(step)).getSnapshot().value).toBe(step);
  },
);

test('each saved step leads to the step the core names', () => {
  const actor = begin(draft('consent'));
  for (const step of ['details', 'face', 'fingers'] as const) {
    actor.send({ type: 'saved', draft: draft(step) });
    expect(actor.getSnapshot().value).toBe(step);
  }
});

test('a print taken does not leave the screen before the operator goes on', () => {
  const actor = begin(draft('fingers'));
  actor.send({ type: 'changed', draft: draft('duplicates') });
  expect(actor.getSnapshot().value).toBe('fingers');
});

test('an earlier step looked at again leads forward to where the enrolment stands', () => {
  const actor = begin(draft('fingers'));
  actor.send({ type: 'back' });
  actor.send({ type: 'back' });
  expect(actor.getSnapshot().value).toBe('details');
  actor.send({ type: 'saved', draft: draft('fingers') });
  expect(actor.getSnapshot().value).toBe('fingers');
});

test('nobody alike: enrolled without a question', async () => {
  const actor = begin(draft('duplicates'));
  const end = await waitFor(actor, (snapshot) => snapshot.matches('card'));
  expect(end.context.committed).toEqual(committed);
});

test('somebody alike: the operator decides before anything is final', async () => {
  const actor = begin(draft('duplicates'), { review: async () => answered(somebodyAlike) });
  await waitFor(actor, (snapshot) => snapshot.matches('review'));
  actor.send({ type: 'saved', draft: draft('finish', { review: somebodyAlike.review }) });
  await waitFor(actor, (snapshot) => snapshot.matches('card'));
});

test('an enrolment left at the decision resumes there without a second check', () => {
  const actor = begin(somebodyAlike, { review: () => Promise.reject(new Error('checked twice')) });
  expect(actor.getSnapshot().value).toBe('review');
});

test('the core stops during the commit: said, and tried again on demand', async () => {
  let there = false;
  const actor = begin(draft('finish'), {
    commit: async () => (there ? answered(committed) : { outcome: 'core-unreachable' }),
  });
  const stopped = await waitFor(actor, (snapshot) => snapshot.matches('notCommitted'));
  expect(stopped.context.failure).toEqual({ outcome: 'core-unreachable' });
  there = true;
  actor.send({ type: 'retry' });
  await waitFor(actor, (snapshot) => snapshot.matches('card'));
});
