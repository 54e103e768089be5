import type { Plane } from './plane.ts';

/*
 * Minutiae placed finer than a pixel. What ends at a minutia, a ridge or, in a fork, the valley between its branches,
 * is followed along its crest on the enhanced plane to where the plane passes through zero. Thinning would stop half a
 * ridge earlier or later, as noise has it; and a minutia keeps its place when pressure turns one kind into the other.
 */

/** Pixels from the minutia into what ends there, where to look for its crest: from the nearest. */
const firstInside = 2;
const lastInside = 10;
/** Pixels to both sides of the way within which the crest is looked for. */
const crestReach = 3;
const step = 0.25;
/** Pixels of the way to the end at most, and by which a minutia may be moved at most. */
const longestWay = 14;
const farthest = 7;

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * @param angle radians, y down: from the minutia into what ends there.
 * @param sign 1 when a ridge ends, −1 when a valley does.
 */
export function refine(enhanced: Plane, place: Place, angle: number, sign: 1 | -1): Place {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const value = (along: number, across: number) =>
    sign * sample(enhanced, place.x + along * cos - across * sin, place.y + along * sin + across * cos);
  let along = firstInside;
  let across = 0;
  while (true) {
    across = crestNear(value, along, across);
    if (value(along, across) > 0) break;
    across = 0;
    along += 1;
    if (along > lastInside) return place;
  }
  let before = value(along, across);
  for (let way = 0; way < longestWay; way += step) {
    across = crestNear(value, along - step, across);
    const next = value(along - step, across);
    if (next <= 0) {
      along -= (step * before) / (before - next);
      if (Math.hypot(along, across) > farthest) return place;
      return { x: place.x + along * cos - across * sin, y: place.y + along * sin + across * cos };
    }
    before = next;
    along -= step;
  }
  return place;
}

/** Distance across of the highest value on a line across, near the given one. */
function crestNear(value: (along: number, across: number) => number, along: number, across: number): number {
  const left = value(along, across - 1);
  const middle = value(along, across);
  const right = value(along, across + 1);
  const bend = left - 2 * middle + right;
  const towards = bend < 0 ? (left - right) / (2 * bend) : Math.sign(right - left);
  const moved = across + Math.max(-0.5, Math.min(0.5, towards));
  return Math.max(-crestReach, Math.min(crestReach, moved));
}

/** The plane between its pixels, bilinearly; the place must lie within it. */
function sample({ width, data }: Plane, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const fx = x - left;
  const fy = y - top;
  const i = top * width + left;
  const upper = data[i] + (data[i + 1] - data[i]) * fx;
  const lower = data[i + width] + (data[i + width + 1] - data[i + width]) * fx;
  return upper + (lower - upper) * fy;
}
