/*
 * How well a face picture will serve for matching, 0 to 100. What predicts misses on real photos was learned
 * (training/, quality-model.json): how far the recogniser agrees with itself, the pixels between the eyes and, a little,
 * how open they are. The other measures tell little there until they are so bad that such photos are rare; so each only
 * takes away below a limit of its own, set where matching begins to lose. OFIQ-like in spirit (ISO/IEC 29794-5), not OFIQ.
 * No measure may judge the person: `kiosk evaluate face-quality` tells by group.
 */
import type { FaceMeasures } from './measures.ts';
import learned from './quality-model.json' with { type: 'json' };

export type QualityMeasure =
  | 'pose'
  | 'eye-distance'
  | 'size'
  | 'margins'
  | 'sharpness'
  | 'exposure'
  | 'uniformity'
  | 'occlusion'
  | 'eyes-open'
  | 'one-face'
  | 'stability';

export interface FaceQuality {
  /** 0 (refused) .. 100, in whole numbers. */
  readonly score: number;
  /** What to improve first; null when all is well. */
  readonly weakest: QualityMeasure | null;
  readonly measures: FaceMeasures;
}

/** What quality-model.json holds, as training wrote it. */
export interface QualityModel {
  /** One a feature. */
  readonly weights: readonly number[];
  readonly bias: number;
  /** Stands in where nobody knows the stability. */
  readonly usualStability: number;
}

/** A picture below this score is `poor`. */
export const POOR_BELOW = 5;

/** Beyond these a picture gains no more: the chip's own eye distance, eyes open. */
const FULL_EYE_DISTANCE = 52;
const FULL_OPENING = 0.9;

/** What the learned part knows of a picture; more is better in each. */
export function featuresForMatching(
  { eyeDistance, eyeOpening, stability }: FaceMeasures,
  usualStability = learned.usualStability,
): readonly number[] {
  return [
    stability ?? usualStability,
    Math.log(Math.max(1, Math.min(eyeDistance, FULL_EYE_DISTANCE))),
    Math.min(eyeOpening, FULL_OPENING),
  ];
}

interface Limits {
  /** At this value and beyond the picture is worth nothing, from that on the measure takes nothing away. */
  readonly takesAway?: readonly [worthless: number, harmless: number];
  /** From worst to as it should be: how urgent it is to improve. */
  readonly improve: readonly [worst: number, well: number];
}

/* Of measures that are as bad as each other, the first is named. */
const limits: Readonly<Record<QualityMeasure, Limits>> = {
  'one-face': { takesAway: [2, 0.5], improve: [1, 0.15] },
  exposure: { takesAway: [0, 0.13], improve: [0, 1] },
  sharpness: { takesAway: [8, 14], improve: [10, 18] },
  pose: { takesAway: [120, 45], improve: [75, 22] }, // degrees, as estimated
  'eye-distance': { improve: [15, 40] }, // pixels
  size: { takesAway: [0.03, 0.08], improve: [0.03, 0.12] },
  margins: { takesAway: [0, 0.5], improve: [0.3, 0.7] },
  uniformity: { takesAway: [0.2, 0.5], improve: [0.2, 0.6] },
  occlusion: { takesAway: [0, 1], improve: [0, 1] },
  'eyes-open': { takesAway: [0.1, 0.4], improve: [0.1, 0.55] },
  stability: { improve: [0.985, 0.99] },
};

/** @param model the learned part; the one in use unless told */
export function qualityOf(measures: FaceMeasures, model: QualityModel = learned): FaceQuality {
  const features = featuresForMatching(measures, model.usualStability);
  const predicted = features.reduce((sum, value, k) => sum + model.weights[k] * value, model.bias);
  const values = [...valuesOf(measures)];
  const worths = values.map(([name, value]) => ramp(value, limits[name].takesAway ?? [-1, 0]));
  return {
    score: Math.round(100 * Math.max(0, Math.min(1, predicted, ...worths))),
    weakest: weakestOf(values),
    measures,
  };
}

function* valuesOf(measures: FaceMeasures): Generator<readonly [QualityMeasure, number]> {
  const { yaw, pitch, roll, span, black, white, eyeDetail, mouthDetail, stability } = measures;
  yield ['one-face', measures.company];
  // With 6 grey steps, or four fifths of the face white, no match was lost yet; a portrait asks for more.
  yield ['exposure', Math.min(ramp(span, [2, 32]), ramp(Math.max(black, white), [0.9, 0.2]))];
  yield ['sharpness', measures.sharpness];
  yield ['pose', Math.max(Math.abs(yaw), Math.abs(pitch), Math.abs(roll))];
  yield ['eye-distance', measures.eyeDistance];
  yield ['size', measures.size];
  yield ['margins', measures.margin];
  yield ['uniformity', measures.evenness];
  yield ['occlusion', Math.min(ramp(eyeDetail, [0.02, 0.1]), ramp(mouthDetail, [0.01, 0.03]))];
  yield ['eyes-open', measures.eyeOpening];
  if (stability !== null) yield ['stability', stability];
}

function weakestOf(values: readonly (readonly [QualityMeasure, number])[]): QualityMeasure | null {
  let weakest: QualityMeasure | null = null;
  let least = 1;
  for (const [name, value] of values) {
    const short = ramp(value, limits[name].improve);
    if (short < least) [weakest, least] = [name, short];
  }
  return weakest;
}

/** 0 at or beyond `none`, 1 at or beyond `full`, straight between; `full` may be the smaller. */
function ramp(value: number, [none, full]: readonly [number, number]): number {
  return Math.max(0, Math.min(1, (value - none) / (full - none)));
}
