import type { Plane } from './plane.ts';

/*
 * Where the scanner gave a picture at all: not in any square that is perfectly even (outside the prism, masked out), or
 * the edge of such a square would look like a ridge.
 */

/** Side of a square that is never even within a print. */
const side = 11;
/** Two neighbours are even when they differ by less, which allows for resampling. */
const sameGrey = 0.01;

/** 1 where there is a picture. */
export function pictured(grey: Plane): Uint8Array {
  const { width, height } = grey;
  const rows = { length: width, step: 1, lines: height, stride: width };
  const columns = { length: height, step: width, lines: width, stride: 1 };
  // A pixel that ends a run of even ones in its row, and in its column a run of such, is a corner of an even square.
  const rowEnds = runEnds(evenPixels(grey), rows);
  if (!rowEnds.includes(1)) return new Uint8Array(width * height).fill(1);
  const even = runsOf(runsOf(runEnds(rowEnds, columns), columns), rows);
  return even.map((set) => 1 - set);
}

function evenPixels({ width, height, data }: Plane): Uint8Array {
  const even = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const right = x < width - 1 ? data[at + 1] : data[at];
      const below = y < height - 1 ? data[at + width] : data[at];
      if (Math.abs(right - data[at]) < sameGrey && Math.abs(below - data[at]) < sameGrey) even[at] = 1;
    }
  return even;
}

interface Lines {
  /** Of a line in pixels, and the step from one to the next. */
  readonly length: number;
  readonly step: number;
  /** Number of lines, and the step from one to the next. */
  readonly lines: number;
  readonly stride: number;
}

/** 1 where a pixel and the side − 1 before it are set. */
function runEnds(from: Uint8Array, { length, step, lines, stride }: Lines): Uint8Array {
  const ends = new Uint8Array(from.length);
  for (let line = 0; line < lines; line++) {
    let run = 0;
    for (let i = 0, at = line * stride; i < length; i++, at += step) {
      run = from[at] ? run + 1 : 0;
      if (run >= side) ends[at] = 1;
    }
  }
  return ends;
}

/** 1 where the pixel or one of the side − 1 behind it is set. */
function runsOf(ends: Uint8Array, { length, step, lines, stride }: Lines): Uint8Array {
  const runs = new Uint8Array(ends.length);
  for (let line = 0; line < lines; line++) {
    let left = 0;
    for (let i = length - 1, at = line * stride + i * step; i >= 0; i--, at -= step) {
      left = ends[at] ? side : left - 1;
      if (left > 0) runs[at] = 1;
    }
  }
  return runs;
}
