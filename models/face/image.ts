/** An upright 8-bit colour image: RGB interleaved, row-major, no padding. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A point in pixels of its image, x to the right, y down. */
export type Point = readonly [number, number];

/** A face's box in pixels of the given image; `score` is the detector's own confidence, 0..1. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly score: number;
}

/** A face as found: its box and the 68 landmarks in the iBUG 300-W order (0-16 jaw, 36-47 eyes, 48-67 mouth). */
export interface FaceSighting {
  readonly box: FaceBox;
  readonly landmarks: readonly Point[];
}

const CHANNELS = 3;

/**
 * Says whether the image is sound: whole sizes of at least one pixel, and as many bytes as they need.
 * Anything else is a caller's fault, not a poor picture.
 */
export function isSound({ width, height, pixels }: RgbImage): boolean {
  return (
    Number.isInteger(width) &&
    Number.isInteger(height) &&
    width > 0 &&
    height > 0 &&
    pixels.length === width * height * CHANNELS
  );
}
