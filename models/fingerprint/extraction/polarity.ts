import { cell } from './grid.ts';
import { margin } from './normalise.ts';
import type { Plane } from './plane.ts';

/*
 * Some scanners and programs deliver white ridges on black. Empty glass tells: it looks like the valleys, which do not
 * touch it either. Where no glass is seen the print is taken as it is; its minutiae have the same places and directions
 * either way, only their kinds are exchanged.
 */

/** Pixels from one looked at to the next, and such pixels of empty glass that are enough to judge by. */
const step = 3;
const leastGlass = 56;
/** Enhanced ridges stronger than this are the middle of one. */
const middle = 0.7;
/**
 * Where between ridges (−0.5) and valleys (0.5) the grey of the glass lies. On thermal sweep sensors, whose background is
 * no picture of glass, it lay down to −0.24; on all others above 0.
 */
const likeRidges = -0.35;

export interface Seen {
  readonly grey: Plane;
  /** With margin, dark positive. */
  readonly enhanced: Plane;
  /** Per cell, 1 where there is print; where there may be; and number of pixels with a picture. */
  readonly mask: Uint8Array;
  readonly rough: Uint8Array;
  readonly share: Plane;
}

/** Whether the ridges are light and the valleys dark. */
export function hasLightRidges({ grey, enhanced, mask, rough, share }: Seen): boolean {
  const sums = { dark: 0, light: 0, glass: 0 };
  const counts = { dark: 0, light: 0, glass: 0 };
  for (let y = 0; y < grey.height; y += step)
    for (let x = 0; x < grey.width; x += step) {
      const at = ((y + margin) >> 2) * (enhanced.width / cell) + ((x + margin) >> 2);
      const strength = enhanced.data[(y + margin) * enhanced.width + x + margin];
      const what = mask[at] ? lineOf(strength) : !rough[at] && share.data[at] > 0 ? 'glass' : null;
      if (!what) continue;
      sums[what] += grey.data[y * grey.width + x];
      counts[what]++;
    }
  if (counts.glass < leastGlass || counts.dark === 0 || counts.light === 0) return false;
  const dark = sums.dark / counts.dark;
  const light = sums.light / counts.light;
  return (sums.glass / counts.glass - (dark + light) / 2) / (light - dark) < likeRidges;
}

function lineOf(strength: number): 'dark' | 'light' | null {
  if (strength > middle) return 'dark';
  return strength < -middle ? 'light' : null;
}
