/*
 * How much a cosine between two face templates is worth. Measured on folds 1 and 2 of Labeled Faces in the Wild (1.25
 * million impostor pairs): cosine thresholds for false match rates 1e-2 to 1e-4, and 1e-5, where only twelve pairs are
 * left, raised by what those folds fell short of the whole set (28.4 million) when both were measured alike. They hold for
 * that set of people; among people of one sex and ethnicity many more match falsely (README).
 */

/** Cosine → decibels at measured points, both rising. */
export type Calibration = readonly (readonly [cosine: number, decibels: number])[];

/** Of the built-in recogniser. The first is where every second stranger scores as high (3 dB). */
export const builtInCalibration: Calibration = [
  [0.8502, 3],
  [0.8914, 10],
  [0.9179, 20],
  [0.9348, 30],
  [0.9474, 40],
  [0.959, 50],
];

/** Beyond the measured range the last slope is carried on, no further than this. */
const MOST = 60;

/**
 * The worth of a cosine in decibels, 0..60: about one stranger in 10^(s/10) scores as high. Straight lines between the
 * measured points; beyond the last (50 dB for the built-in recogniser) it is an extrapolation.
 */
export function faceScore(cosine: number, calibration: Calibration = builtInCalibration): number {
  const [[x0, y0], [x1, y1]] = pieceAt(calibration, ([at]) => cosine <= at);
  return Math.min(MOST, Math.max(0, y0 + ((cosine - x0) / (x1 - x0)) * (y1 - y0)));
}

export interface FaceThresholds {
  readonly candidate: number;
  readonly match: number;
}

/** Cosine thresholds: `candidate` at a false match rate of about 1e-3 (30 dB), `match` at about 1e-5 (50 dB). */
export function thresholdsOf(calibration: Calibration): FaceThresholds {
  const cosineAt = (decibels: number) => {
    const [[x0, y0], [x1, y1]] = pieceAt(calibration, ([, at]) => decibels <= at);
    return x0 + ((decibels - y0) / (y1 - y0)) * (x1 - x0);
  };
  return { candidate: cosineAt(30), match: cosineAt(50) };
}

/** The two neighbouring points of which `within` holds for the second; the last two when it holds for none. */
function pieceAt(calibration: Calibration, within: (point: Calibration[number]) => boolean) {
  const found = calibration.findIndex((point, i) => i > 0 && within(point));
  const second = found < 0 ? calibration.length - 1 : found;
  return [calibration[second - 1], calibration[second]] as const;
}

/** Cosine of two vectors of one length, -1..1; 0 when either has no length. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    dot += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  const norms = Math.sqrt(aa * bb);
  return norms > 0 ? Math.max(-1, Math.min(1, dot / norms)) : 0;
}
