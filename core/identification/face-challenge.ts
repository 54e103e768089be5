import { randomInt } from 'node:crypto';
import type { ChallengeView, Identified } from '#core/api/contract.ts';
import { decodePhoto } from '#core/images/index.ts';
import type { Operator } from '#core/operators/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import {
  advance,
  type Challenge,
  newChallenge,
  type Observation,
  promptOf,
  type RunningChallenge,
} from '#models/face/index.ts';
import { proposePeople } from './identify.ts';

/*
 * Identification by face where nobody looks on: first a challenge, frame by frame, and whoever passes it is looked for by
 * the very frame that ended it. One challenge at a time: there is one camera. A recording guesses the order once in 18
 * times, so tries are counted, and so are those given up when the order turns out to be another.
 */

export interface FaceChallenge {
  /** Begins anew; one left in the middle of its movements has failed. Refusal: liveness-tries-spent. */
  begin(operator: Operator): ChallengeView | Refused;
  /** Takes the next frame, not mirrored. Refusals: those of a picture, liveness-not-begun. */
  frame(operator: Operator, picture: Uint8Array): Promise<ChallengeView | Identified | Refused>;
}

type Needs = Pick<Parts, 'face' | 'galleries' | 'people' | 'audit' | 'db' | 'now'>;

/** So many failed challenges within the time (ms) are enough. */
const tries = 4;
const countedFor = 10 * 60_000;

export function createFaceChallenge(parts: Needs): FaceChallenge {
  let current: RunningChallenge | null = null;
  let failures: readonly number[] = [];
  const now = () => parts.now().getTime();
  const triesLeft = () => {
    failures = failures.filter((at) => Math.abs(now() - at) < countedFor);
    return tries - failures.length;
  };
  const drawn = () => newChallenge(randomInt, now());
  const count = (operator: Operator) => {
    failures = [...failures, now()];
    parts.db.transaction(() => parts.audit.append('liveness-failed', { operator: operator.id }))();
  };

  return {
    begin(operator) {
      if (current && current.stage !== 'settling') count(operator);
      current = null;
      if (triesLeft() <= 0) return refuse('liveness-tries-spent');
      current = drawn();
      return viewOf(current, null);
    },
    async frame(operator, picture) {
      const before = current;
      if (!before) return refuse('liveness-not-begun');
      const frame = await decodePhoto(picture);
      if (isRefused(frame)) return frame;
      const seen = await parts.face.observe(frame);
      // Another challenge was begun meanwhile: this frame is of none.
      if (current !== before) return refuse('liveness-not-begun');
      const after = advanced(before, seen, now());
      current = after.outcome === 'running' ? after : null;
      if (after.outcome === 'running') return viewOf(after, seen.seen);
      if (after.outcome === 'failed') {
        count(operator);
        return { outcome: 'failed', reason: after.reason, triesLeft: triesLeft() };
      }
      failures = [];
      // One face alone, from the front, and just proved to be the one that passed: good enough to propose by.
      const templating = await parts.face.embed(frame, { lenient: true });
      if (templating.outcome !== 'embedded') return { outcome: 'nobody' };
      return proposePeople(parts, operator, templating.vector);
    },
  };

  /** Nobody who waits has failed: until the first movement is asked for, a challenge too old begins anew. */
  function advanced(challenge: RunningChallenge, seen: Observation, at: number): Challenge {
    const next = advance(challenge, seen, at);
    return next.outcome === 'failed' && challenge.stage === 'settling' ? drawn() : next;
  }
}

function viewOf(challenge: RunningChallenge, seen: Observation['seen'] | null): ChallengeView {
  const { done, steps } = challenge;
  return { outcome: 'running', prompt: promptOf(challenge), seen, done, of: steps.length };
}
