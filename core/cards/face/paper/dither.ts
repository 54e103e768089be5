import sharp from 'sharp';
import type { DotMatrix } from '../dots.ts';

/*
 * A photo in black and white dots, for a printer without greys: each dot is black or white, and what that is off by is
 * given to the dots not yet drawn (Floyd and Steinberg, 1976).
 */

/** Where the error of a dot goes: columns and rows from it, and its share. */
const spread = [
  [1, 0, 7 / 16],
  [-1, 1, 3 / 16],
  [0, 1, 5 / 16],
  [1, 1, 1 / 16],
] as const;
/** Thermal dots bleed into their neighbours: faces are drawn lighter than they are. */
const GAMMA = 1.5;

/** A photo as so many dots, dark or not; null when it is no picture. */
export async function dithered(photo: Uint8Array, width: number, height: number): Promise<DotMatrix | null> {
  const grey = await sharp(photo)
    .resize(width, height, { fit: 'cover' })
    .greyscale()
    .normalise()
    .sharpen()
    .raw()
    .toBuffer()
    .catch(() => null);
  if (grey === null) return null;
  const light = Float32Array.from(grey, (level) => (level / 255) ** (1 / GAMMA));
  const dark = darkDots(light, width);
  return Array.from({ length: height }, (_, row) => dark.slice(row * width, (row + 1) * width));
}

function darkDots(light: Float32Array, width: number): boolean[] {
  const dark: boolean[] = [];
  for (let at = 0; at < light.length; at++) {
    dark.push(light[at] < 0.5);
    const off = light[at] - (dark[at] ? 0 : 1);
    for (const [right, down, share] of spread) {
      const column = (at % width) + right;
      if (column >= 0 && column < width) light[at + right + down * width] += off * share;
    }
  }
  return dark;
}
