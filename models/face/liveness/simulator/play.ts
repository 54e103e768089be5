import type { FaceEngine } from '../../engine.ts';
import {
  advance,
  type Challenge,
  type FailedChallenge,
  type Movement,
  newChallenge,
  type PassedChallenge,
} from '../challenge.ts';
import type { Actor } from './actors.ts';

/** One frame to the next, ms. */
const FRAME = 200;

/** Plays a challenge of the given movements to its end, in simulated time. */
export async function play(
  observe: FaceEngine['observe'],
  actor: Actor,
  steps: readonly Movement[],
): Promise<PassedChallenge | FailedChallenge> {
  let challenge: Challenge = { ...newChallenge(() => 0, 0), steps };
  for (let at = 0; challenge.outcome === 'running'; at += FRAME)
    challenge = advance(challenge, await observe(actor(challenge, at)), at);
  return challenge;
}
