import { useCallback, useEffect, useState } from 'react';
import { kiosk } from '../api/kiosk.ts';
import { copyFrame, type Frame, type FrameSource, grabFrame } from './frame.ts';

/*
 * The kiosk's camera, or the demonstration's: where there is no camera and the site is a demonstration, the core
 * gives pictures of people and they play into a canvas instead.
 */

export type CameraTrouble = 'none' | 'blocked' | 'busy';

export interface Camera {
  readonly state: 'starting' | 'live' | CameraTrouble;
  readonly kind: 'real' | 'demo';
  readonly source: FrameSource | null;
  /** A frame no wider than so many pixels; null while there is no picture. */
  readonly grab: (maxWidth: number) => Promise<Frame | null>;
  /** The same, kept as a picture that may or may not be wanted as JPEG later. */
  readonly still: (maxWidth: number) => HTMLCanvasElement | null;
  readonly retry: () => void;
  /** On a demonstration: shows the next person, or changes between the demonstration and the real camera. */
  readonly demo: { readonly next: () => void; readonly use: (kind: 'real' | 'demo') => void } | null;
}

const wanted = { width: { ideal: 1280 }, height: { ideal: 720 } } as const;

/** Opens the camera for as long as the component stands. `demoPeople` is null except on a demonstration. */
export function useCamera(demoPeople: number | null): Camera {
  const [kind, setKind] = useState<'real' | 'demo'>('real');
  const [state, setState] = useState<Camera['state']>('starting');
  const [source, setSource] = useState<FrameSource | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [person, setPerson] = useState(0);

  useEffect(() => {
    if (kind === 'demo') return;
    const closing = new AbortController();
    setState('starting');
    setSource(null);
    openCamera(closing.signal, () => setAttempt(attempt + 1)).then((opened) => {
      if (closing.signal.aborted) return;
      if (typeof opened !== 'string') {
        setSource(opened);
        setState('live');
      } else if (demoPeople !== null) setKind('demo');
      else setState(opened);
    });
    return () => closing.abort();
  }, [kind, attempt, demoPeople]);

  // Plugging a camera in is enough; nobody has to press anything.
  useEffect(() => {
    if (state !== 'none' && state !== 'busy') return;
    const again = () => setAttempt((count) => count + 1);
    navigator.mediaDevices?.addEventListener('devicechange', again);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', again);
  }, [state]);

  useEffect(() => {
    if (kind === 'real') return;
    let shown = true;
    setState('starting');
    demoPicture(person).then((canvas) => {
      if (!shown) return;
      setSource(canvas);
      setState(canvas ? 'live' : 'none');
    });
    return () => {
      shown = false;
    };
  }, [kind, person]);

  const grab = useCallback(
    async (maxWidth: number) => (source && state === 'live' ? grabFrame(source, maxWidth) : null),
    [source, state],
  );
  const still = useCallback(
    (maxWidth: number) => (source && state === 'live' ? copyFrame(source, maxWidth) : null),
    [source, state],
  );
  const demo =
    demoPeople === null
      ? null
      : { next: () => setPerson((shown) => (shown + 1) % Math.max(1, demoPeople)), use: setKind };
  return { state, kind, source, grab, still, retry: () => setAttempt(attempt + 1), demo };
}

/** Opens the camera until the signal aborts; calls back when it is unplugged. */
async function openCamera(
  until: AbortSignal,
  unplugged: () => void,
): Promise<HTMLVideoElement | CameraTrouble> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    const stop = () => {
      for (const track of stream.getTracks()) track.stop();
    };
    if (until.aborted) {
      stop();
      return 'none';
    }
    until.addEventListener('abort', stop);
    stream.getVideoTracks()[0]?.addEventListener('ended', unplugged);
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    await video.play();
    return video;
  } catch (error) {
    return troubleOf(error);
  }
}

/** What the browser's error means for the operator (W3C Media Capture and Streams, getUserMedia). */
function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'blocked';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'none';
}

async function demoPicture(person: number): Promise<HTMLCanvasElement | null> {
  const answer = await kiosk.demoFrame(person);
  if (answer.outcome !== 'answered') return null;
  const picture = await createImageBitmap(answer.value);
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  return canvas;
}
