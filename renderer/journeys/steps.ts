import type { DraftStep } from '#core/api/contract.ts';

/** What the operator sees of the journey, in order. */
export const shownSteps = ['consent', 'details', 'face', 'fingers', 'check', 'card'] as const;
export type ShownStep = (typeof shownSteps)[number];

/** The shown step for each step of a draft. */
export const stepNames: Readonly<Record<DraftStep, ShownStep>> = {
  consent: 'consent',
  details: 'details',
  face: 'face',
  fingers: 'fingers',
  duplicates: 'check',
  finish: 'card',
};
