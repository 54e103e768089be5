/*
 * Light of a face, measured on its chip so that it means the same whatever the camera. Nothing here asks how bright a
 * face is: a dark skin in fair light is not a dark picture. What is asked is how many grey steps the face spans and how
 * much of it has run into either end of the scale.
 */
import { CHIP_SIZE } from '../nets/sizes.ts';

/** Rec. 601 luma. */
const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;

/** The part of the chip that is face: brows to chin, cheek to cheek. Hair, cloth and background say nothing of light. */
const FROM = Math.round(CHIP_SIZE * 0.25);
const TO = Math.round(CHIP_SIZE * 0.75);
const SIDE = TO - FROM;

/** The ends of the scale, where all looks alike. */
const BLACK = 4;
const WHITE = 251;
/** The share at either end that `span` leaves out: glints and nostrils. */
const TAIL = 0.05;

export interface Light {
  /** Grey steps, of 256, that the face spans without its darkest and brightest twentieth. */
  readonly span: number;
  /** Shares of the face that are black and white. */
  readonly black: number;
  readonly white: number;
  /** The darker half of the face, left or right, as a share of the brighter one: 1 is lit alike. */
  readonly evenness: number;
}

/** Luminance of an RGB chip, 0..255, row by row. */
export function luminanceOf(chip: Uint8Array): Float32Array {
  return Float32Array.from(
    { length: chip.length / 3 },
    (_, i) => RED * chip[3 * i] + GREEN * chip[3 * i + 1] + BLUE * chip[3 * i + 2],
  );
}

/** @param luminance of a chip */
export function lightOf(luminance: Float32Array): Light {
  const levels = new Float32Array(SIDE * SIDE);
  const halves = [0, 0];
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const level = luminance[(FROM + row) * CHIP_SIZE + FROM + column];
      levels[row * SIDE + column] = level;
      halves[column < SIDE / 2 ? 0 : 1] += level;
    }
  }
  const sorted = levels.sort();
  const count = sorted.length;
  return {
    span: sorted[Math.floor((1 - TAIL) * count)] - sorted[Math.floor(TAIL * count)],
    black: sorted.filter((level) => level <= BLACK).length / count,
    white: sorted.filter((level) => level >= WHITE).length / count,
    evenness: Math.max(...halves) > 0 ? Math.min(...halves) / Math.max(...halves) : 1,
  };
}
