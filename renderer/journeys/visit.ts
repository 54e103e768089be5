import { assign, setup } from 'xstate';
import type { DraftView, PersonSummary, Session } from '#core/api/contract.ts';

/*
 * What stands on the screen between two people: the language, the sign-in, the first screen, and from there an
 * enrolment, a recognition or an enrolled person. Being signed out leads to the sign-in from everywhere; an open
 * enrolment waits as a draft.
 */

export type IdentifyBy = 'finger' | 'face' | 'card';

interface Context {
  readonly session: Session | null;
  readonly draft: DraftView | null;
  readonly person: PersonSummary | null;
  readonly by: IdentifyBy;
}

type Event =
  | { readonly type: 'languageChosen' }
  | { readonly type: 'signedIn'; readonly session: Session }
  | { readonly type: 'signedOut' }
  | { readonly type: 'enrol'; readonly draft: DraftView }
  | { readonly type: 'identify'; readonly by: IdentifyBy }
  | { readonly type: 'openPerson'; readonly person: PersonSummary }
  | { readonly type: 'home' };

const types: { context?: Context; events?: Event } = {};

const nobody = { draft: null, person: null } as const;

export const visitMachine = setup({ types }).createMachine({
  id: 'visit',
  context: { session: null, by: 'finger', ...nobody },
  initial: 'language',
  states: {
    language: { on: { languageChosen: 'signIn' } },
    signIn: {
      on: {
        signedIn: { target: 'signedIn', actions: assign({ session: ({ event }) => event.session }) },
      },
    },
    signedIn: {
      initial: 'home',
      on: {
        signedOut: { target: 'signIn', actions: assign({ session: null, ...nobody }) },
        home: { target: '.home', actions: assign(nobody) },
        openPerson: { target: '.person', actions: assign({ person: ({ event }) => event.person }) },
        enrol: { target: '.enrolment', actions: assign({ draft: ({ event }) => event.draft }) },
        identify: { target: '.identify', actions: assign({ by: ({ event }) => event.by }) },
      },
      states: { home: {}, identify: {}, person: {}, enrolment: {} },
    },
  },
});
