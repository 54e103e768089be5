/*
 * How one view of a flat thing becomes another: a homography, fitted by least squares to points that both show (the direct
 * linear transform with normalised points; Hartley & Zisserman, "Multiple View Geometry", 2nd ed., 4.1 and 4.4).
 */
import type { Point } from '../image.ts';

/**
 * The homography that brings `from` nearest to `to`, point by point.
 *
 * @param from at least four points, no three of four on a line
 */
export function homography(from: readonly Point[], to: readonly Point[]): (point: Point) => Point {
  const [source, target] = [frameOf(from), frameOf(to)];
  const equations = Array.from({ length: 8 }, () => new Float64Array(9));
  const add = (row: readonly number[], value: number) => {
    for (const [i, equation] of equations.entries()) {
      for (const [j, other] of row.entries()) equation[j] += row[i] * other;
      equation[8] += row[i] * value;
    }
  };
  for (const [i, point] of from.entries()) {
    const [x, y] = source.into(point);
    const [u, v] = target.into(to[i]);
    add([x, y, 1, 0, 0, 0, -u * x, -u * y], u);
    add([0, 0, 0, x, y, 1, -v * x, -v * y], v);
  }
  const [a, b, c, d, e, f, g, h] = solved(equations);
  return (point) => {
    const [x, y] = source.into(point);
    const w = g * x + h * y + 1;
    return target.outOf([(a * x + b * y + c) / w, (d * x + e * y + f) / w]);
  };
}

/** Points about their middle, at a mean distance of 1 from it. */
function frameOf(points: readonly Point[]) {
  const x = mean(points.map((point) => point[0]));
  const y = mean(points.map((point) => point[1]));
  const size = mean(points.map((point) => Math.hypot(point[0] - x, point[1] - y))) || 1;
  return {
    into: ([px, py]: Point): Point => [(px - x) / size, (py - y) / size],
    outOf: ([u, v]: Point): Point => [u * size + x, v * size + y],
  };
}

/** Gaussian elimination with pivots; each equation ends with its right side. */
function solved(equations: Float64Array[]): number[] {
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

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
