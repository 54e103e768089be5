import type { CapturedPrint } from '../types.ts';

/** Ridges of a whorl, drawn: no one's finger. At the sensor's own pitch unless told. */
export function drawnPrint(width = 256, height = 288, dpi = 508): CapturedPrint {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [(i % width) - width / 2, Math.floor(i / width) - height / 2];
    const ridge = Math.sin(Math.hypot(x, y * 0.8) / 1.5 + Math.atan2(y, x));
    return Math.round(127.5 + 127.5 * ridge);
  });
  return { width, height, dpi, pixels };
}
