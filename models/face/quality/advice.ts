import type { FaceMeasures } from './measures.ts';
import type { FaceQuality, QualityMeasure } from './quality.ts';

/** What a person can do; each has its sentence on the screen, in every language. */
export const faceHints = [
  'no-face',
  'one-person-only',
  'come-closer',
  'step-back',
  'move-to-centre',
  'more-light',
  'less-light',
  'even-light',
  'uncover-face',
  'open-eyes',
  'hold-still',
  'look-here',
  'good',
] as const;
export type FaceHint = (typeof faceHints)[number];

const hints: Readonly<Record<Exclude<QualityMeasure, 'exposure'>, FaceHint>> = {
  pose: 'look-here',
  'eye-distance': 'come-closer',
  size: 'come-closer',
  margins: 'step-back',
  sharpness: 'hold-still',
  uniformity: 'even-light',
  occlusion: 'uncover-face',
  'eyes-open': 'open-eyes',
  'one-face': 'one-person-only',
  // Mostly landmarks led astray by pose or light.
  stability: 'look-here',
};

/** What would better a picture most; `good` when nothing need be done. */
export function adviceOf({ weakest, measures }: FaceQuality): FaceHint {
  if (weakest === null) return 'good';
  return weakest === 'exposure' ? lightHint(measures) : hints[weakest];
}

function lightHint({ black, white }: FaceMeasures): FaceHint {
  return white > black ? 'less-light' : 'more-light';
}
