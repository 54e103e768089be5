import { useEffect, useEffectEvent } from 'react';
import type { Answer } from '../api/answer.ts';
import type { Camera } from './use-camera.ts';

const betweenFrames = 250;
const scanWidth = 1280;

/**
 * Sends frames while `active`, one in flight at a time, until one holds a readable code; then calls back with
 * what the core made of it. Frames without a code pass silently.
 */
export function useCodeScan<T>(
  camera: Camera,
  active: boolean,
  read: (picture: Blob) => Promise<Answer<T>>,
  onRead: (answer: Answer<T>) => void,
): void {
  const send = useEffectEvent(read);
  const tell = useEffectEvent(onRead);
  const { grab, state } = camera;
  useEffect(() => {
    if (!active || state !== 'live') return;
    let running = true;
    const loop = async () => {
      while (running) {
        const frame = await grab(scanWidth);
        const answer = frame && running ? await send(frame.jpeg) : null;
        if (!running) return;
        const empty = answer?.outcome === 'refused' && answer.code === 'no-code-in-picture';
        if (answer && !empty) {
          running = false;
          tell(answer);
        }
        await new Promise((resolve) => setTimeout(resolve, betweenFrames));
      }
    };
    loop();
    return () => {
      running = false;
    };
  }, [active, state, grab]);
}
