import { useEffect, useEffectEvent, useState } from 'react';
import type { ChallengeView, Identified } from '#core/api/contract.ts';
import type { Answer, Failure } from '../api/answer.ts';
import { identify } from '../api/kiosk.ts';
import type { Camera } from './use-camera.ts';

/*
 * A challenge before the camera: frames go to the core one at a time, as the camera gives them, and what to ask next comes
 * back, until the person has been looked for or the challenge has failed.
 */

/** Wide enough for the template that the person is then looked for by. */
const frameWidth = 960;
/** Until the camera is asked again after it had no picture, ms. */
const withoutPicture = 100;

export interface LiveChallenge {
  readonly challenge: ChallengeView | null;
  readonly failure: Failure | null;
  readonly again: () => void;
}

/** Runs a challenge; calls back with whoever was found after it was passed. */
export function useChallenge({ grab, state }: Camera, onEnd: (found: Identified) => void): LiveChallenge {
  const [challenge, setChallenge] = useState<ChallengeView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [over, setOver] = useState(false);
  const end = useEffectEvent(onEnd);

  useEffect(() => {
    if (state !== 'live' || over) return;
    let running = true;
    const run = async () => {
      let answer: Answer<ChallengeView | Identified> = await identify.beginChallenge();
      while (running) {
        if (answer.outcome !== 'answered') {
          setFailure(answer);
          return setOver(true);
        }
        const { value } = answer;
        if (value.outcome !== 'running' && value.outcome !== 'failed') return end(value);
        setChallenge(value);
        if (value.outcome === 'failed') return setOver(true);
        const frame = await grab(frameWidth);
        if (frame) answer = await identify.challengeFrame(frame.jpeg);
        else await new Promise((resolve) => setTimeout(resolve, withoutPicture));
      }
    };
    setChallenge(null);
    setFailure(null);
    run();
    return () => {
      running = false;
    };
  }, [state, grab, over]);

  return { challenge, failure, again: () => setOver(false) };
}
