import { assign, fromPromise, setup } from 'xstate';
import type { Committed, DraftStep, DraftView } from '#core/api/contract.ts';
import type { Answer, Failure } from '../api/answer.ts';

/*
 * One enrolment, as the screens walk through it. The core is the source of truth: after every step that is saved
 * the machine goes where the draft's own `step` says, so an enrolment resumes after a crash at the same place.
 * Going back only shows an earlier step again; saving it leads forward to the draft's step.
 */

export interface EnrolmentActs {
  /** Runs the 1:N duplicate check on the draft. */
  readonly review: (draftId: string) => Promise<Answer<DraftView>>;
  /** Makes the enrolment final: person, card and outbox entry. */
  readonly commit: (draftId: string) => Promise<Answer<Committed>>;
}

interface Context {
  readonly draft: DraftView;
  readonly failure: Failure | null;
  readonly committed: Committed | null;
}

type Event =
  | { readonly type: 'saved'; readonly draft: DraftView }
  /** The draft has changed, but the operator stays on this screen. */
  | { readonly type: 'changed'; readonly draft: DraftView }
  | { readonly type: 'back' }
  | { readonly type: 'retry' };

const types: {
  context?: Context;
  events?: Event;
  input?: { readonly draft: DraftView };
} = {};

/** Builds the machine over the two acts that belong to no screen; its input is the draft to begin or resume. */
export function enrolmentMachine(acts: EnrolmentActs) {
  return setup({
    types,
    actors: {
      review: fromPromise<Answer<DraftView>, string>(({ input }) => acts.review(input)),
      commit: fromPromise<Answer<Committed>, string>(({ input }) => acts.commit(input)),
    },
    guards: {
      stepIs: ({ context }, step: DraftStep) => context.draft.step === step,
      nobodyAlike: ({ context }) => context.draft.review?.band === 'new',
      reviewed: ({ context }) => context.draft.review !== null,
    },
  }).createMachine({
    id: 'enrolment',
    context: ({ input }) => ({ draft: input.draft, failure: null, committed: null }),
    initial: 'routing',
    on: {
      saved: {
        target: '.routing',
        actions: assign({ draft: ({ event }) => event.draft, failure: null }),
      },
      changed: { actions: assign({ draft: ({ event }) => event.draft }) },
    },
    states: {
      routing: {
        always: [
          { guard: { type: 'stepIs', params: 'consent' }, target: 'consent' },
          { guard: { type: 'stepIs', params: 'details' }, target: 'details' },
          { guard: { type: 'stepIs', params: 'face' }, target: 'face' },
          { guard: { type: 'stepIs', params: 'fingers' }, target: 'fingers' },
          { guard: { type: 'stepIs', params: 'finish' }, target: 'committing' },
          { guard: 'nobodyAlike', target: 'committing' },
          { guard: 'reviewed', target: 'review' },
          { target: 'checking' },
        ],
      },
      consent: {},
      details: { on: { back: 'consent' } },
      face: { on: { back: 'details' } },
      fingers: { on: { back: 'face' } },
      checking: {
        invoke: {
          src: 'review',
          input: ({ context }) => context.draft.id,
          onDone: [
            {
              guard: ({ event }) => event.output.outcome === 'answered',
              target: 'routing',
              actions: assign({
                draft: ({ context, event }) =>
                  event.output.outcome === 'answered' ? event.output.value : context.draft,
              }),
            },
            {
              target: 'notChecked',
              actions: assign({
                failure: ({ event }) => (event.output.outcome === 'answered' ? null : event.output),
              }),
            },
          ],
        },
      },
      notChecked: { on: { retry: 'checking', back: 'fingers' } },
      review: { on: { back: 'fingers' } },
      committing: {
        invoke: {
          src: 'commit',
          input: ({ context }) => context.draft.id,
          onDone: [
            {
              guard: ({ event }) => event.output.outcome === 'answered',
              target: 'card',
              actions: assign({
                committed: ({ event }) => (event.output.outcome === 'answered' ? event.output.value : null),
              }),
            },
            {
              target: 'notCommitted',
              actions: assign({
                failure: ({ event }) => (event.output.outcome === 'answered' ? null : event.output),
              }),
            },
          ],
        },
      },
      notCommitted: { on: { retry: 'committing', back: 'fingers' } },
      card: {},
    },
  });
}
