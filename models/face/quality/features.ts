/*
 * Whether eyes and mouth can be seen, measured on the chip, where everybody's lie in the same place. An open eye has
 * upright edges at both sides of the iris; of a closed one the lid's line remains, which lies level: the upright edges
 * against the level ones tell open from closed at any skin, light and size. Behind dark glasses there are no edges at all,
 * under a plain cloth there is no line of the mouth. A patterned cloth is not noticed, and hair and head coverings are
 * not looked at.
 */
import { CHIP_SIZE } from '../nets/sizes.ts';

/** Chip pixels: the middle of the eyes, and how far around it is looked. The iris is looked for in the middle rows. */
const EYES = [
  { x: 48, y: 47 },
  { x: 100, y: 47 },
] as const;
const ACROSS = 14;
const DOWN = 9;
const IRIS_DOWN = 3;
const MOUTH = { left: 48, right: 102, top: 92, bottom: 112 } as const;

export interface Features {
  /** Upright edges in the middle of the eyes against level ones: about 1.1 open, 0.8 half open, 0.7 closed. */
  readonly eyeOpening: number;
  /** Standard deviation of the luminance in the flatter of the eyes, against the mean of the face. */
  readonly eyeDetail: number;
  /** Mean level edge at the mouth, against the grey steps that the face spans. */
  readonly mouthDetail: number;
}

/**
 * @param luminance of a chip
 * @param span grey steps that the face spans
 */
export function featuresOf(luminance: Float32Array, span: number): Features {
  const openings = EYES.map((eye) => openingOf(luminance, eye));
  const details = EYES.map(({ x, y }) =>
    deviationWithin(luminance, x - ACROSS, x + ACROSS, y - DOWN, y + DOWN),
  );
  const { left, right, top, bottom } = MOUTH;
  const face = mean(luminance, 37, 112, 37, 112);
  return {
    eyeOpening: (openings[0] + openings[1]) / 2,
    eyeDetail: Math.min(...details) / Math.max(1, face),
    mouthDetail: meanEdge(luminance, CHIP_SIZE, left, right, top, bottom) / Math.max(1, span),
  };
}

function openingOf(luminance: Float32Array, { x, y }: (typeof EYES)[number]): number {
  const upright = meanEdge(luminance, 1, x - ACROSS, x + ACROSS, y - IRIS_DOWN, y + IRIS_DOWN);
  const level = meanEdge(luminance, CHIP_SIZE, x - ACROSS, x + ACROSS, y - DOWN, y + DOWN);
  return level > 0 ? upright / level : 0;
}

/** Mean absolute difference from each pixel to the one `step` on; bounds are inclusive. */
function meanEdge(
  luminance: Float32Array,
  step: number,
  left: number,
  right: number,
  top: number,
  bottom: number,
): number {
  return over(left, right, top, bottom, (at) => Math.abs(luminance[at + step] - luminance[at]));
}

function mean(luminance: Float32Array, left: number, right: number, top: number, bottom: number): number {
  return over(left, right, top, bottom, (at) => luminance[at]);
}

function deviationWithin(luminance: Float32Array, left: number, right: number, top: number, bottom: number) {
  const middle = mean(luminance, left, right, top, bottom);
  return Math.sqrt(over(left, right, top, bottom, (at) => (luminance[at] - middle) ** 2));
}

/** The mean of something over a rectangle of the chip. */
function over(left: number, right: number, top: number, bottom: number, of: (at: number) => number): number {
  let sum = 0;
  for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) sum += of(y * CHIP_SIZE + x);
  return sum / ((right - left + 1) * (bottom - top + 1));
}
