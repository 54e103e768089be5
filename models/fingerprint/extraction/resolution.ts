import { probesFor, project, strongestPeriod, taps } from './frequency.ts';
import { cell } from './grid.ts';
import { type OrientationField, orientationAt } from './orientation.ts';
import type { Plane } from './plane.ts';

/*
 * Whether the stated resolution can be true: ridges of grown people lie 0.33 to 0.57 mm apart (6.4 to 11.2 pixels in 1,136
 * prints of nine sets), so a print stated at half or double its resolution shows a spacing that no finger has. The
 * spacing is looked for over a much wider range than where the enhancement works, at fewer places.
 */

/** Pixels at 500 dpi. The shortest leaves room for small children. */
const closestRidges = 5.6;
const widestRidges = 12.2;
const probes = probesFor(3, 26.6, 44);
/** Cells between two measured places. */
const pitch = 8;
/** Probes to both sides of the typical one that count as the same spacing. */
const alike = 2;

export interface Spacing {
  /** Pixels from ridge to ridge: the median of what places show; 0 without any. */
  readonly period: number;
  /** Share of the places that show about this, 0..1. */
  readonly agreement: number;
}

/** Ridge spacing where the mask (per cell) is set. */
export function typicalSpacing(ridges: Plane, field: OrientationField, mask: Uint8Array): Spacing {
  const { width, height } = field.coherence;
  const votes = new Float64Array(probes.length);
  const signature = new Float32Array(taps);
  for (let gy = pitch >> 1; gy < height; gy += pitch)
    for (let gx = pitch >> 1; gx < width; gx += pitch) {
      const at = gy * width + gx;
      const x = gx * cell + cell / 2;
      const y = gy * cell + cell / 2;
      if (!mask[at] || !project(ridges, x, y, orientationAt(field, x, y), signature)) continue;
      // Without its mean, which would look like a very long period.
      const mean = signature.reduce((sum, value) => sum + value, 0) / taps;
      const { period, confidence } = strongestPeriod(
        signature.map((value) => value - mean),
        probes,
      );
      const nearest = probes.findIndex((probe) => probe.period === period);
      votes[nearest] += confidence * field.coherence.data[at];
    }
  return medianOf(votes);
}

function medianOf(votes: Float64Array): Spacing {
  const total = votes.reduce((sum, vote) => sum + vote, 0);
  if (total === 0) return { period: 0, agreement: 0 };
  let sum = 0;
  const median = votes.findIndex((vote) => {
    sum += vote;
    return sum >= total / 2;
  });
  const near = votes.slice(Math.max(0, median - alike), median + alike + 1);
  return {
    period: probes[median].period,
    agreement: near.reduce((all, vote) => all + vote, 0) / total,
  };
}

export function isTooClose({ period }: Spacing): boolean {
  return period > 0 && period < closestRidges;
}

export function isTooWide({ period }: Spacing): boolean {
  return period > widestRidges;
}
