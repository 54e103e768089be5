/*
 * A challenge: three movements in an order nobody knows beforehand, made before the camera by one and the same solid face.
 * Pure: a frame's observation goes in, what to ask next comes out.
 */
import { type Change, changeSince } from './change.ts';
import {
  type Frame,
  hasClosedEyes,
  hasOpenEyes,
  isAhead,
  isAside,
  isSame,
  isStill,
  isSudden,
  isTemplateOf,
  turnOf,
} from './frame.ts';
import type { Observation } from './observe.ts';

/** Left and right are the person's. */
const movements = ['blink', 'turn-left', 'turn-right'] as const;
export type Movement = (typeof movements)[number];

export type Challenge = RunningChallenge | PassedChallenge | FailedChallenge;

export interface RunningChallenge {
  readonly outcome: 'running';
  /** Looking ahead until it begins, making a movement, or looking ahead again after one. */
  readonly stage: 'settling' | 'moving' | 'returning';
  readonly steps: readonly Movement[];
  /** Movements made. */
  readonly done: number;
  /** When this stage began. */
  readonly since: number;
  /** The face from the front, to which every later frame is compared. */
  readonly front: Frame | null;
  /** The last frame with one face alone. */
  readonly last: Frame | null;
  /** The eyes have been seen closed in this stage. */
  readonly closed: boolean;
}

export interface PassedChallenge {
  readonly outcome: 'passed';
  /** Of the face that passed: whoever is then identified must be the same (`isOfChallenge`). */
  readonly vector: Float32Array;
}

export interface FailedChallenge {
  readonly outcome: 'failed';
  readonly reason: ChallengeFailure;
}

export type ChallengeFailure =
  /** The head was turned another way than asked. */
  | 'wrong-movement'
  /** Not done in time; a flat face can seem to do nothing at all. */
  | 'too-slow'
  | 'face-lost'
  | 'another-face'
  | 'two-faces'
  /** The face jumped or changed its size from one frame to the next. */
  | 'too-sudden';

/** For each prompt, ms. */
const WINDOW = 7_000;
/** How long a face must look straight ahead before it is asked anything, ms. */
const STILL = 500;
/** Without that face alone, or without a frame, ms. */
const UNSEEN = 600;

/** Every order of three movements with a blink and a turn. */
const orders: readonly (readonly Movement[])[] = movements
  .flatMap((first) => movements.flatMap((second) => movements.map((third) => [first, second, third])))
  .filter((steps) => steps.includes('blink') && steps.some((step) => step !== 'blink'));

/**
 * @param randomInt a whole number of 0..below-1 that cannot be foreseen, as `randomInt` of node:crypto gives it
 * @param at now, in ms of the clock that times the frames
 */
export function newChallenge(randomInt: (below: number) => number, at: number): RunningChallenge {
  const steps = orders[randomInt(orders.length)];
  const nothing = { done: 0, front: null, last: null, closed: false };
  return { outcome: 'running', stage: 'settling', steps, since: at, ...nothing };
}

/** What to ask the person for now. */
export function promptOf({ stage, steps, done }: RunningChallenge): 'look-here' | Movement {
  return stage === 'moving' ? steps[done] : 'look-here';
}

/** What follows from a frame. A challenge that has ended stays as it is. */
export function advance(challenge: Challenge, observation: Observation, at: number): Challenge {
  if (challenge.outcome !== 'running') return challenge;
  if (at - challenge.since > WINDOW) return failed('too-slow');
  const { stage, front, last } = challenge;
  if (stage === 'settling' || !front || !last) return settle(challenge, observation, at);
  if (observation.seen === 'nobody') return forgiven(challenge, last, at, 'face-lost');
  if (observation.seen === 'several') return forgiven(challenge, last, at, 'two-faces');
  const frame: Frame = { at, view: observation.view, vector: observation.vector };
  if (isSudden(last, frame)) return failed('too-sudden');
  const change = changeSince(front.view, frame.view);
  if (!isSame(front, frame, change)) return forgiven(challenge, last, at, 'another-face');
  if (at - last.at > UNSEEN) return failed('face-lost');
  const next = { ...challenge, last: frame };
  return stage === 'moving' ? move(next, front, frame, change) : goOn(next, front, change);
}

/** Whether a template of the built-in recogniser is of the face that passed; with one of the site's own, `observe` the still. */
export function isOfChallenge({ vector }: PassedChallenge, template: Float32Array): boolean {
  return isTemplateOf(vector, template);
}

function failed(reason: ChallengeFailure): FailedChallenge {
  return { outcome: 'failed', reason };
}

/** A frame without that face alone counts for nothing, and too many of them end the challenge. */
function forgiven(challenge: RunningChallenge, last: Frame, at: number, reason: ChallengeFailure): Challenge {
  return at - last.at > UNSEEN ? failed(reason) : challenge;
}

/** Until one face has looked ahead for a while, each that moved, blinked or is another's becomes the first. */
function settle(challenge: RunningChallenge, observation: Observation, at: number): RunningChallenge {
  if (observation.seen !== 'face') return { ...challenge, front: null };
  const frame: Frame = { at, view: observation.view, vector: observation.vector };
  const next = { ...challenge, last: frame };
  const { front, last } = challenge;
  if (isAside(frame)) return { ...next, front: null };
  if (!front || !last || at - last.at > UNSEEN || isSudden(last, frame) || !isStill(front, frame))
    return { ...next, front: frame };
  return at - front.at < STILL ? next : begin(next, 'moving');
}

function begin(challenge: RunningChallenge, stage: 'moving' | 'returning'): RunningChallenge {
  return { ...challenge, stage, since: challenge.last?.at ?? challenge.since, closed: false };
}

function move(challenge: RunningChallenge, front: Frame, now: Frame, change: Change): Challenge {
  const step = challenge.steps[challenge.done];
  const turn = turnOf(front, now, change);
  if (turn && turn !== step) return failed('wrong-movement');
  const closed = challenge.closed || hasClosedEyes(change);
  const made = step === 'blink' ? closed && hasOpenEyes(change) : turn === step;
  if (!made) return { ...challenge, closed };
  return goOn(begin({ ...challenge, done: challenge.done + 1 }, 'returning'), front, change);
}

/** The next movement is asked for, or all is well, once the face looks ahead with open eyes. */
function goOn(challenge: RunningChallenge, front: Frame, change: Change): Challenge {
  if (!isAhead(change) || !hasOpenEyes(change)) return challenge;
  if (challenge.done < challenge.steps.length) return begin(challenge, 'moving');
  return { outcome: 'passed', vector: front.vector };
}
