import type { FaceHint } from './quality/advice.ts';

/*
 * Capture without anyone pressing a button: once a face is good it is watched for a moment, and the best of the good
 * frames is taken. A blink or a blurred frame in between is passed over; somebody who turns away, leaves, or is joined by
 * another begins anew, so that all frames are of one person. Pure: what it knows is what it returns.
 */

/** A frame, whatever holds its picture, and what guidance said of it. */
export interface GuidedFrame<Picture> {
  readonly picture: Picture;
  readonly hint: FaceHint;
  /** Of a good frame, 0..1 (`meritOf`). */
  readonly merit: number;
  /** When it was taken, milliseconds on any clock. */
  readonly at: number;
}

export type BestFrame<Picture> =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'hold';
      /** Milliseconds of the first and of the latest good frame. */
      readonly since: number;
      readonly latest: number;
      readonly frames: number;
      readonly best: GuidedFrame<Picture>;
    }
  | { readonly state: 'captured'; readonly picture: Picture };

/** How long a face is watched, milliseconds, and how many good frames that takes at least. */
const WATCH = 1000;
const LEAST_FRAMES = 3;
/** How long there may be no good frame. */
const LAPSE = 400;

export const noFrame = { state: 'waiting' } as const;

/** What a frame makes of those before it; once captured, nothing changes it. */
export function withFrame<Picture>(
  before: BestFrame<Picture>,
  frame: GuidedFrame<Picture>,
): BestFrame<Picture> {
  if (before.state === 'captured') return before;
  if (frame.hint !== 'good')
    return before.state === 'hold' && isLapse(before.latest, frame) ? before : noFrame;
  if (before.state === 'waiting')
    return { state: 'hold', since: frame.at, latest: frame.at, frames: 1, best: frame };
  const frames = before.frames + 1;
  const best = frame.merit >= before.best.merit ? frame : before.best;
  if (frames >= LEAST_FRAMES && frame.at - before.since >= WATCH)
    return { state: 'captured', picture: best.picture };
  return { ...before, latest: frame.at, frames, best };
}

/** Whether a frame that is not good may be of the same person a moment on. */
function isLapse(latest: number, { hint, at }: GuidedFrame<unknown>): boolean {
  return hint !== 'no-face' && hint !== 'one-person-only' && at - latest <= LAPSE;
}
