import { useEffect, useEffectEvent, useState } from 'react';
import type { FaceGuidance } from '#core/api/contract.ts';
import { kiosk } from '../api/kiosk.ts';
import type { Camera } from './use-camera.ts';

/*
 * Guidance while a face is before the camera: small frames go to the core, one in flight at a time, and its hint
 * comes back. A face that stays good for a second is kept without anyone pressing a button.
 */

const guideWidth = 480;
const betweenFrames = 120;
const goodFor = 1000;
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

/** Guides while `active`; calls back with the full frame once the face has been good for a second. */
export function useFaceGuide(camera: Camera, active: boolean, onGood: (picture: Blob) => void): Guide {
  const [guide, setGuide] = useState<Guide>(nothing);
  const keep = useEffectEvent(onGood);
  const { grab, state } = camera;

  useEffect(() => {
    if (!active || state !== 'live') {
      setGuide(nothing);
      return;
    }
    let running = true;
    let goodSince: number | null = null;
    const look = async () => {
      const frame = await grab(guideWidth);
      if (!frame || !running) return;
      if (frame.brightness < coveredBelow) return setGuide({ hint: 'covered', box: null });
      const answer = await kiosk.guideFace(frame.jpeg);
      if (!running || answer.outcome !== 'answered') return;
      setGuide({ hint: answer.value.hint, box: relative(answer.value.box, frame) });
      goodSince = answer.value.hint === 'good' ? (goodSince ?? performance.now()) : null;
      if (goodSince === null || performance.now() - goodSince < goodFor) return;
      const full = await grab(fullWidth);
      if (!full || !running) return;
      running = false;
      keep(full.jpeg);
    };
    const loop = async () => {
      while (running) {
        await look();
        await new Promise((resolve) => setTimeout(resolve, betweenFrames));
      }
    };
    loop();
    return () => {
      running = false;
    };
  }, [active, state, grab]);

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
