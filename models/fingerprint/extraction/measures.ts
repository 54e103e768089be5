import { cell } from './grid.ts';
import type { OrientationField } from './orientation.ts';
import type { Plane } from './plane.ts';
import type { Spacing } from './resolution.ts';

/* What is measured of the print as a whole; whether it is one (verdict), how good (quality) and why not (advice) rest on it. */

/** Planes are per cell of the padded grid. */
export interface Stages {
  /** 1 where there may be print, and where there is. */
  readonly rough: Uint8Array;
  readonly mask: Uint8Array;
  /** Distance from the outside of the print in cells. */
  readonly depth: Uint8Array;
  readonly reliability: Plane;
  /** Coherence of the image; direction and coherence of the enhanced ridges. */
  readonly coherence: Plane;
  readonly field: OrientationField;
  readonly rhythm: Plane;
  /** Deviation in grey levels of the liveliest tenth of the image. */
  readonly contrast: number;
  readonly spacing: Spacing;
}

export interface Measures {
  /** Square millimetres that may be print, and that are. */
  readonly roughArea: number;
  readonly area: number;
  /** Means over the print, 0..1: how well ridges explain the image, and how parallel its gradients are. */
  readonly clarity: number;
  readonly coherence: number;
  /** Means over the inside of the print, 0..1: how parallel the enhanced ridges are, and how steadily they repeat. */
  readonly flow: number;
  readonly rhythm: number;
  /** Of the whole print, 1 when all ridges run the same way. */
  readonly straightness: number;
  readonly contrast: number;
  readonly spacing: Spacing;
}

/** Cells from the edge of the print from which on the filters see no more of the outside. */
const innerDepth = 4;
const squareMillimetre = (500 / 25.4 / cell) ** 2;

export function measure(stages: Stages): Measures {
  const { rough, mask, depth, reliability, coherence, field, rhythm, contrast, spacing } = stages;
  const isInner = (at: number) => depth[at] >= innerDepth;
  const inside = depth.some((_, at) => isInner(at)) ? isInner : (at: number) => mask[at] === 1;
  const sums = { rough: 0, cells: 0, clarity: 0, coherence: 0, cos: 0, sin: 0, inner: 0, flow: 0, rhythm: 0 };
  for (let at = 0; at < mask.length; at++) {
    sums.rough += rough[at];
    if (!mask[at]) continue;
    sums.cells++;
    sums.clarity += reliability.data[at];
    sums.coherence += coherence.data[at];
    sums.cos += field.cos.data[at];
    sums.sin += field.sin.data[at];
    if (!inside(at)) continue;
    sums.inner++;
    sums.flow += field.coherence.data[at];
    sums.rhythm += rhythm.data[at];
  }
  const cells = Math.max(1, sums.cells);
  const inner = Math.max(1, sums.inner);
  return {
    roughArea: sums.rough / squareMillimetre,
    area: sums.cells / squareMillimetre,
    clarity: sums.clarity / cells,
    coherence: sums.coherence / cells,
    flow: sums.flow / inner,
    rhythm: sums.rhythm / inner,
    straightness: Math.hypot(sums.cos, sums.sin) / cells,
    contrast,
    spacing,
  };
}
