/* Sharpness and exposure of a face, measured on its chip, so that they mean the same whatever the camera. */
import { CHIP_SIZE } from './nets/sizes.ts';

/** Rec. 601 luma. */
const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;

/** The part of the chip that is face: brows to chin, cheek to cheek. Hair, cloth and background say nothing of light. */
const FROM = Math.round(CHIP_SIZE * 0.25);
const TO = Math.round(CHIP_SIZE * 0.75);

export interface Light {
  /** Mean luminance of the face, 0..255. */
  readonly luminance: number;
  /** Standard deviation of the luminance. */
  readonly contrast: number;
  /** Variance of the Laplacian (4-neighbour), divided by the variance of the luminance: dark faces are not called blurred. */
  readonly sharpness: number;
}

export function lightOf(chip: Uint8Array): Light {
  const luma = (x: number, y: number) => {
    const at = (y * CHIP_SIZE + x) * 3;
    return RED * chip[at] + GREEN * chip[at + 1] + BLUE * chip[at + 2];
  };
  const levels: number[] = [];
  const edges: number[] = [];
  for (let y = FROM; y < TO; y++) {
    for (let x = FROM; x < TO; x++) {
      const level = luma(x, y);
      levels.push(level);
      edges.push(luma(x - 1, y) + luma(x + 1, y) + luma(x, y - 1) + luma(x, y + 1) - 4 * level);
    }
  }
  const spread = variance(levels);
  return {
    luminance: mean(levels),
    contrast: Math.sqrt(spread),
    sharpness: spread > 0 ? (100 * variance(edges)) / spread : 0,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length;
}
