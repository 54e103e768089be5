/*
 * How well a face picture will serve for matching. Each measure is brought to 0..100 by a straight line between what we
 * refuse and what is as good as it gets; the picture is as good as its weakest measure. OFIQ-like in spirit (ISO/IEC
 * 29794-5), not OFIQ. Exposure is judged softly: a dark or fair skin, a turban or a dupatta must never block anyone.
 */
import { eyesOf, poseOf } from './geometry.ts';
import type { FaceSighting, RgbImage } from './image.ts';
import type { Light } from './light.ts';

export type QualityMeasure = 'pose' | 'eye-distance' | 'sharpness' | 'exposure' | 'size' | 'stability';

export interface FaceQuality {
  /** 0 (refused) .. 100. */
  readonly score: number;
  /** What to improve first; null when all is well. */
  readonly weakest: QualityMeasure | null;
  /** Raw measures: degrees, pixels, luminance 0..255, shares 0..1, cosine. */
  readonly measures: Readonly<Record<string, number>>;
}

/** A picture below this score is `poor`. */
export const POOR_BELOW = 5;
/** A picture whose weakest measure reaches this needs no improving. */
const WELL = 60;

/** [worth 0, worth 100] of each measure. */
const ramps = {
  angle: [45, 10], // degrees off frontal
  eyeDistance: [20, 120], // pixels; 120 is the border control profile's (BSI TR-03121-3)
  sharpness: [0.2, 3],
  dark: [12, 50], // mean luminance
  bright: [252, 215],
  contrast: [4, 16], // standard deviation of luminance
  size: [0.04, 0.2], // eyes' share of the image width is a quarter of this
  stability: [0.96, 0.988], // cosine of chip and mirrored chip; LFW: 0.981 at 1 %, 0.986 at 5 %, 0.992 in the middle
} as const;

/**
 * Judges one face.
 *
 * @param stability cosine between the descriptors of the chip and of its mirror image, before they are averaged: where
 *   they disagree, landmarks, pose or light are bad in a way the other measures may miss
 */
export function qualityOf(
  image: RgbImage,
  sighting: FaceSighting,
  light: Light,
  stability: number,
): FaceQuality {
  const { yaw, pitch, roll } = poseOf(sighting);
  const { distance } = eyesOf(sighting);
  const angle = Math.max(Math.abs(yaw), Math.abs(pitch), Math.abs(roll) / 2); // roll is undone by the chip
  const size = (4 * distance) / image.width;
  const scores: readonly (readonly [QualityMeasure, number])[] = [
    ['pose', ramp(angle, ramps.angle)],
    ['eye-distance', ramp(distance, ramps.eyeDistance)],
    ['sharpness', ramp(light.sharpness, ramps.sharpness)],
    ['exposure', exposure(light)],
    ['size', ramp(size, ramps.size)],
    ['stability', ramp(stability, ramps.stability)],
  ];
  const [name, score] = scores.reduce((worst, one) => (one[1] < worst[1] ? one : worst));
  return {
    score: Math.round(score),
    weakest: score < WELL ? name : null,
    measures: { yaw, pitch, roll, eyeDistance: distance, size, stability, ...light },
  };
}

function exposure({ luminance, contrast }: Light): number {
  return Math.min(ramp(luminance, ramps.dark), ramp(luminance, ramps.bright), ramp(contrast, ramps.contrast));
}

/** 0 at or beyond `none`, 100 at or beyond `full`, straight between; `full` may be the smaller. */
function ramp(value: number, [none, full]: readonly [number, number]): number {
  return 100 * Math.max(0, Math.min(1, (value - none) / (full - none)));
}
