import type { z } from 'zod';
import type {
  CardSummary,
  CardView,
  ChallengeView,
  Committed,
  Decision,
  DraftView,
  FaceExceptionRequest,
  FaceGuidance,
  FaceOnCardChecked,
  FingerCaptured,
  FingerException,
  FingerPosition,
  ForeignCard,
  GiveConsent,
  Identified,
  KioskView,
  Language,
  Person,
  PersonSummary,
  PrintJob,
  ReprintReason,
  RevokeCard,
  Session,
  Synced,
  VerifiedCard,
} from '#core/api/contract.ts';
import type { Answer } from './answer.ts';
import { ask, fetchBlob, send, sendForm } from './client.ts';

/*
 * The routes of the core, one line each. Pictures travel as the request's body, so the whole client is plain
 * fetch against the contract's types.
 */

type Draft = Promise<Answer<DraftView>>;

const enrolment = (id: string) => `/api/enrolments/${encodeURIComponent(id)}`;
const card = (number: string) => `/api/cards/${encodeURIComponent(number)}`;
const person = (id: string) => `/api/people/${encodeURIComponent(id)}`;

export const kiosk = {
  view: () => ask<KioskView>('GET', '/api/kiosk'),
  signIn: (operator: string, pin: string) => ask<Session>('POST', '/api/sign-in', { operator, pin }),
  signOut: () => ask<void>('POST', '/api/sign-out'),
  demoFrame: (index: number) => fetchBlob(`/api/demo/camera/${index}`),
  syncNow: () => ask<Synced>('POST', '/api/sync'),
  cancelCapture: () => ask<void>('POST', '/api/capture/cancel'),
  guideFace: (frame: Blob) => send<FaceGuidance>('POST', '/api/face/guide', frame),
};

export const people = {
  find: (text: string) =>
    ask<{ readonly people: readonly PersonSummary[] }>('POST', '/api/people/find', { text }),
  one: (id: string) => ask<{ readonly summary: PersonSummary; readonly person: Person }>('GET', person(id)),
  portrait: (id: string) => fetchBlob(`${person(id)}/portrait`),
  newCard: (id: string) => ask<{ readonly card: CardSummary }>('POST', `${person(id)}/card`),
};

export const identify = {
  byFace: (frame: Blob) => send<Identified>('POST', '/api/identify/face', frame),
  beginChallenge: () => ask<ChallengeView>('POST', '/api/identify/face/challenge'),
  challengeFrame: (frame: Blob) =>
    send<ChallengeView | Identified>('POST', '/api/identify/face/challenge/frame', frame),
  byFinger: () => ask<Identified>('POST', '/api/identify/finger/capture'),
  byCard: (text: string) => ask<Identified>('POST', '/api/identify/card', { text }),
  byCardPicture: (frame: Blob) => send<Identified>('POST', '/api/identify/card/picture', frame),
  faceOnCard: (card: string, photo: Blob) =>
    sendForm<FaceOnCardChecked>('/api/identify/card/face', { card, photo }),
};

export const identityCards = {
  read: (text: string) => ask<ForeignCard>('POST', '/api/identity-cards/read', { text }),
  readPicture: (frame: Blob) => send<ForeignCard>('POST', '/api/identity-cards/read/picture', frame),
};

export const enrolments = {
  open: () => ask<{ readonly drafts: readonly DraftView[] }>('GET', '/api/enrolments'),
  start: (language: Language) => ask<DraftView>('POST', '/api/enrolments', { language }),
  read: (id: string) => ask<DraftView>('GET', enrolment(id)),
  discard: (id: string) => ask<void>('DELETE', enrolment(id)),
  consent: (id: string, given: z.infer<typeof GiveConsent>): Draft =>
    ask('PUT', `${enrolment(id)}/consent`, given),
  details: (id: string, value: Person): Draft => ask('PUT', `${enrolment(id)}/details`, value),
  face: (id: string, frame: Blob): Draft => send('PUT', `${enrolment(id)}/face`, frame),
  portrait: (id: string) => fetchBlob(`${enrolment(id)}/portrait`),
  faceException: (id: string, reason: z.infer<typeof FaceExceptionRequest>['reason']): Draft =>
    ask('PUT', `${enrolment(id)}/face/exception`, { reason }),
  captureFinger: (id: string, position: FingerPosition) =>
    ask<{ readonly captured: FingerCaptured; readonly draft: DraftView }>(
      'POST',
      `${enrolment(id)}/fingers/${position}/capture`,
    ),
  fingerException: (id: string, position: FingerPosition, reason: FingerException): Draft =>
    ask('PUT', `${enrolment(id)}/fingers/${position}/exception`, { reason }),
  finishFingers: (id: string): Draft => ask('POST', `${enrolment(id)}/finish-fingers`),
  review: (id: string): Draft => ask('POST', `${enrolment(id)}/review`),
  decide: (id: string, decision: Decision): Draft => ask('PUT', `${enrolment(id)}/decision`, decision),
  commit: (id: string) => ask<Committed>('POST', `${enrolment(id)}/commit`),
};

interface Job {
  readonly job: PrintJob;
}

export const prints = {
  open: () => ask<{ readonly jobs: readonly PrintJob[] }>('GET', '/api/prints'),
  tell: (id: number, cameOut: boolean) => ask<Job>('POST', `/api/prints/${id}/outcome`, { cameOut }),
  retry: (id: number) => ask<Job>('POST', `/api/prints/${id}/retry`),
  giveUp: (id: number) => ask<Job>('DELETE', `/api/prints/${id}`),
};

export const cards = {
  picture: (number: string) => fetchBlob(`${card(number)}/picture`),
  pdf: (number: string) => fetchBlob(`${card(number)}/pdf`),
  view: (number: string) => ask<CardView>('GET', card(number)),
  print: (number: string, reason: ReprintReason | null = null) =>
    ask<Job>('POST', `${card(number)}/print`, { reason }),
  revoke: (number: string, reason: z.infer<typeof RevokeCard>['reason']) =>
    ask<{ readonly card: CardSummary }>('POST', `${card(number)}/revoke`, { reason }),
  scanBack: (number: string, text: string) =>
    ask<{ readonly card: CardSummary }>('POST', `${card(number)}/scan-back`, { text }),
  scanBackPicture: (number: string, frame: Blob) =>
    send<{ readonly card: CardSummary }>('POST', `${card(number)}/scan-back/picture`, frame),
  verify: (text: string) => ask<{ readonly card: VerifiedCard }>('POST', '/api/cards/verify', { text }),
};
