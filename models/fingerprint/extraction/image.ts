import type { ExtractionRefusal, GreyImage } from '../types.ts';
import { emptyPlane, type Plane } from './plane.ts';

/* First stage: check the image and bring it to 500 dpi, the scale all later stages are written for. */

export const workingDpi = 500;
/** Smallest side that holds enough ridges, and the largest single-finger platen (about 2 inches), at 500 dpi. */
const smallestSide = 90;
const largestSide = 1100;
const largestNativeSide = 2400;
/** A scale closer to 500 dpi than this is left alone: resampling would cost more detail than it corrects. */
const scaleTolerance = 0.005;

/**
 * The image as grey levels at 500 dpi, or why it cannot be used.
 * @throws RangeError when the pixel count does not fit the size: a fault of the caller.
 */
export function prepareImage(image: GreyImage): Plane | ExtractionRefusal {
  const { width, height, dpi, pixels } = image;
  const scale = workingDpi / dpi;
  if (!(width >= 1 && height >= 1 && dpi > 0)) return 'too-small';
  if (Math.max(width, height) > largestNativeSide) return 'too-large';
  if (Math.max(width, height) * scale > largestSide) return 'too-large';
  if (Math.min(width, height) * scale < smallestSide) return 'too-small';
  if (pixels.length !== width * height) throw new RangeError('pixel count does not match the image size');
  return resample(image, scale);
}

function resample({ width, height, pixels }: GreyImage, scale: number): Plane {
  if (Math.abs(scale - 1) < scaleTolerance) return { width, height, data: new Float32Array(pixels) };
  const out = emptyPlane(Math.round(width * scale), Math.round(height * scale));
  for (let y = 0; y < out.height; y++) {
    const sourceY = Math.min(Math.max((y + 0.5) / scale - 0.5, 0), height - 1);
    const top = Math.min(Math.floor(sourceY), height - 2);
    const fy = sourceY - top;
    for (let x = 0; x < out.width; x++) {
      const sourceX = Math.min(Math.max((x + 0.5) / scale - 0.5, 0), width - 1);
      const left = Math.min(Math.floor(sourceX), width - 2);
      const fx = sourceX - left;
      const i = top * width + left;
      const upper = pixels[i] * (1 - fx) + pixels[i + 1] * fx;
      const lower = pixels[i + width] * (1 - fx) + pixels[i + width + 1] * fx;
      out.data[y * out.width + x] = upper * (1 - fy) + lower * fy;
    }
  }
  return out;
}
