/* One frame of a challenge judged by an earlier one. The limits were set on simulated heads and photos (README). */
import { cosine } from '../scores.ts';
import { type Change, changeSince } from './change.ts';
import { likenessIfFlat } from './registration.ts';
import type { FaceView } from './view.ts';

/** One face alone, at a time (ms). */
export interface Frame {
  readonly at: number;
  readonly view: FaceView;
  readonly vector: Float32Array;
}

/** What a turn must reach: degrees, and hundredths of the face's height. */
const TURNED = 15;
const TURNED_PARALLAX = 3.5;
/** A face narrower than this is slanted: it has neither turned nor looks ahead. */
const SLANTED = 0.85;
/** Correlations: above, what seems to turn is a flat picture; below, the views could not be laid on each other. */
const FLAT = 0.977;
const INCOMPARABLE = 0.65;
/** Degrees. */
const AHEAD = 10;
/** Shares of the eyes' openness in the earlier frame. */
const CLOSED = 0.72;
const OPEN = 0.85;
/** Cosines of one face: strangers reach .9283 in one of a thousand pairs, .9535 in one of 100,000 (one chip). */
const SAME = 0.95;
const SAME_TURNED = 0.93;
/** In heights of the face, times and degrees: the most from one frame to the next, or in so many ms. */
const [SHIFT, GROWTH, SWING] = [0.35, 1.25, 30];
const SUDDENLY = 150;

/** Whether the face is turned aside, whatever came before. */
export function isAside({ view }: Frame): boolean {
  return Math.abs(view.yaw) > TURNED;
}

/** Where a solid head has turned; null for one that has not, or turns as flat things do. */
export function turnOf(front: Frame, now: Frame, change: Change): 'turn-left' | 'turn-right' | null {
  const { yaw, parallax, narrowing } = change;
  const seemsTurned =
    Math.abs(yaw) > TURNED && parallax * Math.sign(yaw) > TURNED_PARALLAX && narrowing > SLANTED;
  if (!seemsTurned) return null;
  const likeness = likenessIfFlat(front.view, now.view);
  if (likeness > FLAT || likeness < INCOMPARABLE) return null;
  return yaw > 0 ? 'turn-left' : 'turn-right';
}

export function isAhead({ yaw, narrowing }: Change): boolean {
  return Math.abs(yaw) < AHEAD && narrowing > SLANTED;
}

export function hasClosedEyes(change: Change): boolean {
  return isAhead(change) && change.openness < CLOSED;
}

export function hasOpenEyes({ openness }: Change): boolean {
  return openness > OPEN;
}

/** Whether it is the same person: strictly from the front, less so from the side. */
export function isSame(front: Frame, now: Frame, change: Change): boolean {
  return cosine(front.vector, now.vector) >= (isAhead(change) ? SAME : SAME_TURNED);
}

/** Whether a template of the engine is of the person in a frame from the front. */
export function isTemplateOf(vector: Float32Array, template: Float32Array): boolean {
  return cosine(vector, template) >= SAME;
}

/** Whether the same person still looks ahead, the eyes neither closed nor opened. */
export function isStill(front: Frame, now: Frame): boolean {
  const change = changeSince(front.view, now.view);
  return hasOpenEyes(change) && change.openness < 1 / OPEN && isAhead(change) && isSame(front, now, change);
}

/** Whether the face jumps, grows or swings faster than a person moves. */
export function isSudden(before: Frame, now: Frame): boolean {
  const times = Math.max(1, (now.at - before.at) / SUDDENLY);
  const [was, is] = [before.view, now.view];
  const shift = Math.hypot(is.middle[0] - was.middle[0], is.middle[1] - was.middle[1]) / was.height;
  const growth = Math.max(is.height / was.height, was.height / is.height);
  const swing = Math.abs(is.yaw - was.yaw);
  return shift > SHIFT * times || growth > GROWTH ** times || swing > SWING * times;
}
