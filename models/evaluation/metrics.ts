/*
 * Error rates of a biometric comparison, from the scores of genuine and impostor pairs (ISO/IEC 19795-1).
 * A pair is accepted when its score reaches the threshold: FMR is the share of impostors accepted, FNMR the share
 * of genuine pairs not accepted. All thresholds that make a difference lie on the impostor and genuine scores, so one
 * merge over both sorted lists visits every operating point.
 */

export interface ErrorRates {
  /** Rate where FMR and FNMR meet, 0..1 (the mean of both at their closest point). */
  readonly eer: number;
  /** Lowest FNMR at an FMR of at most 1 %, 0.1 % and 0. */
  readonly fmr100: number;
  readonly fmr1000: number;
  readonly zeroFmr: number;
  /** Thresholds (accept at score ≥ threshold) of those points. */
  readonly thresholds: {
    readonly eer: number;
    readonly fmr100: number;
    readonly fmr1000: number;
    readonly zeroFmr: number;
  };
}

interface OperatingPoint {
  readonly threshold: number;
  readonly fmr: number;
  readonly fnmr: number;
}

/** Every operating point, from the lowest threshold (all accepted) to the highest (none accepted). */
export function operatingPoints(genuine: ArrayLike<number>, impostor: ArrayLike<number>): OperatingPoint[] {
  const mated = Float64Array.from(genuine).sort();
  const other = Float64Array.from(impostor).sort();
  const points: OperatingPoint[] = [];
  let g = 0;
  let i = 0;
  while (g < mated.length || i < other.length) {
    const threshold = Math.min(mated[g] ?? Number.POSITIVE_INFINITY, other[i] ?? Number.POSITIVE_INFINITY);
    points.push({ threshold, fmr: (other.length - i) / other.length, fnmr: g / mated.length });
    while (g < mated.length && mated[g] <= threshold) g++;
    while (i < other.length && other[i] <= threshold) i++;
  }
  points.push({ threshold: Number.POSITIVE_INFINITY, fmr: 0, fnmr: 1 });
  return points;
}

/**
 * EER, FMR100, FMR1000 and ZeroFMR of a set of comparison scores; higher score = more alike.
 * @throws RangeError when either list is empty or holds a NaN: there is no rate to report.
 */
export function errorRates(genuine: ArrayLike<number>, impostor: ArrayLike<number>): ErrorRates {
  if (genuine.length === 0 || impostor.length === 0)
    throw new RangeError('error rates need genuine and impostor scores');
  if (Array.from(genuine).some(Number.isNaN) || Array.from(impostor).some(Number.isNaN))
    throw new RangeError('a score is not a number');
  const points = operatingPoints(genuine, impostor);
  const gap = (point: OperatingPoint) => Math.abs(point.fmr - point.fnmr);
  const equal = points.reduce((best, point) => (gap(point) < gap(best) ? point : best));
  // Points run from accepting all to accepting none, so the first within the limit has the lowest FNMR.
  const within = (fmr: number) => points.find((point) => point.fmr <= fmr) ?? points[points.length - 1];
  const [fmr100, fmr1000, zeroFmr] = [within(0.01), within(0.001), within(0)];
  return {
    eer: (equal.fmr + equal.fnmr) / 2,
    fmr100: fmr100.fnmr,
    fmr1000: fmr1000.fnmr,
    zeroFmr: zeroFmr.fnmr,
    thresholds: {
      eer: equal.threshold,
      fmr100: fmr100.threshold,
      fmr1000: fmr1000.threshold,
      zeroFmr: zeroFmr.threshold,
    },
  };
}

/** Value below which the given share (0..1) of the values lies, linearly interpolated; NaN when there are none. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return Number.NaN;
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}
