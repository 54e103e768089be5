/*
 * How one view of a flat thing becomes another, however it is turned, tilted or moved: a homography (Hartley & Zisserman,
 * "Multiple View Geometry", 2nd ed., 13.1), fitted by least squares to points that both show (the direct linear transform,
 * 4.1). Coordinates should be of the order of 1.
 */
import type { Point } from '../image.ts';

/** Eight numbers: (x, y) goes to (ax + by + c, dx + ey + f) / (gx + hy + 1). */
export type Homography = readonly number[];

export function through([a, b, c, d, e, f, g, h]: Homography, [x, y]: Point): Point {
  const w = g * x + h * y + 1;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}

/**
 * The homography that brings `from` nearest to `to`, point by point.
 *
 * @param from at least four points, no three of four on a line
 */
export function homography(from: readonly Point[], to: readonly Point[]): Homography {
  const equations = newEquations();
  for (const [i, [x, y]] of from.entries()) {
    const [u, v] = to[i];
    addEquation(equations, [x, y, 1, 0, 0, 0, -u * x, -u * y], u);
    addEquation(equations, [0, 0, 0, x, y, 1, -v * x, -v * y], v);
  }
  return solved(equations);
}

/** The normal equations of eight unknowns; each ends with its right side. */
export function newEquations(): Float64Array[] {
  return Array.from({ length: 8 }, () => new Float64Array(9));
}

export function addEquation(equations: readonly Float64Array[], row: readonly number[], value: number): void {
  for (const [i, equation] of equations.entries()) {
    for (let j = 0; j < row.length; j++) equation[j] += row[i] * row[j];
    equation[row.length] += row[i] * value;
  }
}

/** Gaussian elimination with pivots; not finite where there is no single solution. The equations are used up. */
export function solved(equations: Float64Array[]): number[] {
  const n = equations.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column; row < n; row++)
      if (Math.abs(equations[row][column]) > Math.abs(equations[pivot][column])) pivot = row;
    [equations[column], equations[pivot]] = [equations[pivot], equations[column]];
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const share = equations[row][column] / equations[column][column];
      for (let at = column; at <= n; at++) equations[row][at] -= share * equations[column][at];
    }
  }
  return equations.map((equation, i) => equation[n] / equation[i]);
}
