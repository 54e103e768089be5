import { circularSteps, crossingNumber, neighbourhood, thin } from './thinning.ts';

/* A thinned ridge image as a graph: walks along its lines from node to node, and edits to it. */

export interface Skeleton {
  readonly width: number;
  readonly height: number;
  /** 1 on a line; outermost rows and columns empty. */
  readonly pixels: Uint8Array;
  /** All pixels that are or once were on a line, in no order. */
  readonly points: number[];
  readonly steps: Int32Array;
}

/** Thins the ridges (1, outermost rows and columns empty) in place and makes a skeleton of them. */
export function skeletonOf(width: number, height: number, pixels: Uint8Array): Skeleton {
  return { width, height, pixels, points: [...thin(pixels, width)], steps: circularSteps(width) };
}

/** Pieces of line around a pixel: 0 alone, 1 ending, 2 line, 3 or more fork. */
export function branches(skeleton: Skeleton, at: number): number {
  return crossingNumber[neighbourhood(skeleton.pixels, at, skeleton.steps)];
}

export interface Nodes {
  readonly endings: readonly number[];
  readonly forks: readonly number[];
}

export function findNodes(skeleton: Skeleton): Nodes {
  const endings: number[] = [];
  const forks: number[] = [];
  for (const at of skeleton.points) {
    if (!skeleton.pixels[at]) continue;
    const count = branches(skeleton, at);
    if (count === 1) endings.push(at);
    else if (count >= 3) forks.push(at);
  }
  return { endings, forks };
}

export interface Walk {
  /** Pixels after the start, in order. */
  readonly path: readonly number[];
  /** What stopped it: a line's end, a fork (the last pixel), or the length limit. */
  readonly stop: 'ending' | 'fork' | 'length';
}

/** First pixels of the lines that leave a node; of touching ones the straight neighbour. */
export function exits(skeleton: Skeleton, at: number): number[] {
  const { pixels, steps } = skeleton;
  const found: number[] = [];
  for (let i = 0; i < 8; i += 2) if (pixels[at + steps[i]]) found.push(at + steps[i]);
  for (let i = 1; i < 8; i += 2)
    if (pixels[at + steps[i]] && !pixels[at + steps[i - 1]] && !pixels[at + steps[(i + 1) % 8]])
      found.push(at + steps[i]);
  return found;
}

/** Follows a line from a node through its first pixel for at most `limit` pixels. */
export function walk(skeleton: Skeleton, start: number, first: number, limit: number): Walk {
  const path = [first];
  let before = start;
  let at = first;
  while (true) {
    const count = branches(skeleton, at);
    if (count >= 3) return { path, stop: 'fork' };
    if (path.length >= limit) return { path, stop: 'length' };
    const previous = before;
    const options: number[] = exits(skeleton, at).filter((next) => next !== previous && !path.includes(next));
    const next = options.find((option) => !touches(skeleton, option, previous)) ?? options[0];
    if (next === undefined) return { path, stop: 'ending' };
    before = at;
    at = next;
    path.push(at);
  }
}

function touches(skeleton: Skeleton, a: number, b: number): boolean {
  return skeleton.steps.includes(a - b);
}

/** Takes a walked line away, leaving the fork it ran into. */
export function erase(skeleton: Skeleton, { path, stop }: Walk): void {
  const last = stop === 'fork' ? path.length - 1 : path.length;
  for (let i = 0; i < last; i++) skeleton.pixels[path[i]] = 0;
}

/** Draws a straight line between two pixels. */
export function join(skeleton: Skeleton, from: number, to: number): void {
  const { width, pixels, points } = skeleton;
  const dx = (to % width) - (from % width);
  const dy = Math.floor(to / width) - Math.floor(from / width);
  const length = Math.max(Math.abs(dx), Math.abs(dy));
  for (let i = 0; i <= length; i++) {
    const at = from + Math.round((dy * i) / length) * width + Math.round((dx * i) / length);
    if (!pixels[at]) points.push(at);
    pixels[at] = 1;
  }
}
