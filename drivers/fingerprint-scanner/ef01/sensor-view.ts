import type { CapturedPrint } from '../types.ts';
import { sensorDpi } from './image.ts';

const background = 255;

/**
 * What a sensor of the family sees of a print: the same ridges at its own pitch, centred on its window, white
 * around. A print of another resolution is resampled between its four nearest pixels.
 */
export function sensorView(print: CapturedPrint, width: number, height: number): Uint8Array {
  const scale = print.dpi / sensorDpi;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const fromY = (y - (height - 1) / 2) * scale + (print.height - 1) / 2;
    for (let x = 0; x < width; x++) {
      const fromX = (x - (width - 1) / 2) * scale + (print.width - 1) / 2;
      pixels[y * width + x] = sample(print, fromX, fromY);
    }
  }
  return pixels;
}

function sample(print: CapturedPrint, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - left, y - top];
  const at = (column: number, row: number) =>
    column < 0 || row < 0 || column >= print.width || row >= print.height
      ? background
      : print.pixels[row * print.width + column];
  const upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
  const lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
  return Math.round(upper * (1 - down) + lower * down);
}
