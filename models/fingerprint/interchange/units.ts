import { angleUnits, qualityUnits } from '../template/units.ts';
import type { InterchangeStandard } from './record.ts';

/* From the units of a template to those of a record and back. */

export const anglesPerTurn = { 'iso-19794-2-2005': 256, 'ansi-378-2004': 180 } as const;

/** Radians, 0 or more, to a record's angle byte. */
export function angleByte(radians: number, standard: InterchangeStandard): number {
  const turn = anglesPerTurn[standard];
  return Math.round((radians / (2 * Math.PI)) * turn) % turn;
}

/** A record's angle byte to radians, in the steps of a template. */
export function angleFromByte(byte: number, standard: InterchangeStandard): number {
  return angleUnits.round((byte / anglesPerTurn[standard]) * 2 * Math.PI);
}

/** What a minutia counts for whose quality is not reported: the median of our extractor on the FVC sets. */
const unreportedQuality = 0.8;

/** Quality of a minutia, 0..1, to 1..100: 0 would say that it is not reported. */
export function qualityByte(quality: number): number {
  return Math.min(100, Math.max(1, Math.round(quality * 100)));
}

/** Quality of a minutia, 0..100, to 0..1 in the steps of a template. */
export function qualityFromByte(byte: number): number {
  return qualityUnits.round(byte === 0 ? unreportedQuality : byte / 100);
}

/** 500 dpi in whole pixels a centimetre; 196.85 before rounding. */
export const templateResolution = 197;

/** What to multiply pixels of a record by to have them at 500 dpi. */
export function scaleFrom(resolution: number): number {
  return resolution === templateResolution ? 1 : 500 / 2.54 / resolution;
}
