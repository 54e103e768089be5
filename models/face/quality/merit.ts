import type { FaceQuality } from './quality.ts';

/** From these on, eyes are open and a picture is sharp. */
const OPEN = 0.9;
const SHARP = 30;

const RADIANS = Math.PI / 180;

/**
 * Ranks the frames of one moment, 0..1. The score is content with each once it will match; this also prefers the one
 * that looks straight, evenly lit, open-eyed and sharp.
 */
export function meritOf({ score, measures }: FaceQuality): number {
  const { yaw, pitch, evenness, eyeOpening, sharpness } = measures;
  const frontal = Math.cos(yaw * RADIANS) * Math.cos(pitch * RADIANS);
  return (score / 100) * frontal * evenness * Math.min(1, eyeOpening / OPEN) * Math.min(1, sharpness / SHARP);
}
