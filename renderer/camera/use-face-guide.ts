import { useEffect, useEffectEvent, useState } from 'react';
import { type BestFrame, type FaceGuidance, noFrame, withFrame } from '#core/api/contract.ts';
import { kiosk } from '../api/kiosk.ts';
import { grabFrame } from './frame.ts';
import type { Camera } from './use-camera.ts';

/*
 * Guidance while a face is before the camera: small frames go to the core, one in flight at a time, and its hint
 * comes back. Of a face that stays good for a second the best frame is kept without anyone pressing a button.
 */

const guideWidth = 480;
/** Milliseconds from one frame to the next, and the least that is left between them to the screen. */
const frameEvery = 80;
const leastPause = 15;
const coveredBelow = 12;
export const fullWidth = 1920;

export interface Guide {
  readonly hint: FaceGuidance['hint'] | 'covered' | null;
  /** Where the face is, as fractions of the frame. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
}

const nothing: Guide = { hint: null, box: null };

/** Guides while `active`; calls back with the best full frame once the face has been good for a second. */
export function useFaceGuide(camera: Camera, active: boolean, onGood: (picture: Blob) => void): Guide {
  const [guide, setGuide] = useState<Guide>(nothing);
  const keep = useEffectEvent(onGood);
  const { still, state } = camera;

  useEffect(() => {
    if (!active || state !== 'live') {
      setGuide(nothing);
      return;
    }
    let running = true;
    let shot: BestFrame<HTMLCanvasElement> = noFrame;
    const look = async () => {
      const at = performance.now();
      const picture = still(fullWidth);
      const frame = picture && (await grabFrame(picture, guideWidth));
      if (!frame || !running) return;
      if (frame.brightness < coveredBelow) {
        shot = noFrame;
        return setGuide({ hint: 'covered', box: null });
      }
      const answer = await kiosk.guideFace(frame.jpeg);
      if (!running || answer.outcome !== 'answered') return;
      const { hint, merit, box } = answer.value;
      setGuide({ hint, box: relative(box, frame) });
      shot = withFrame(shot, { picture, hint, merit, at });
      if (shot.state !== 'captured') return;
      const full = await grabFrame(shot.picture, fullWidth);
      if (!full || !running) return;
      running = false;
      keep(full.jpeg);
    };
    const loop = async () => {
      while (running) {
        const begun = performance.now();
        await look();
        const pause = Math.max(leastPause, frameEvery - (performance.now() - begun));
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    };
    loop();
    return () => {
      running = false;
    };
  }, [active, state, still]);

  return guide;
}

function relative(
  box: FaceGuidance['box'],
  frame: { readonly width: number; readonly height: number },
): Guide['box'] {
  if (!box) return null;
  return {
    x: box.x / frame.width,
    y: box.y / frame.height,
    width: box.width / frame.width,
    height: box.height / frame.height,
  };
}
