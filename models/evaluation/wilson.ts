/** Two-sided 95 % of the normal distribution. */
const z = 1.959964;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % confidence interval of a share (Wilson, 1927). Unlike the plain normal one it stays within 0..1 and says
 * something when nothing was seen: of 0 in n the upper end is about 3.8 / n.
 *
 * @param share as measured, 0..1
 * @param trials on how many independent trials it stands; may be a fraction
 */
export function wilson(share: number, trials: number): Interval {
  const centre = share + z ** 2 / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share) + z ** 2 / (4 * trials)) / trials);
  const scale = 1 + z ** 2 / trials;
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) };
}
