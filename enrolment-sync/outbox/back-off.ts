const shortest = 30_000;
const longest = 6 * 3_600_000;

/**
 * How long to wait after so many failures in a row (1 and up), in milliseconds: doubling from half a minute to six
 * hours, less up to half by chance, so that a district's kiosks do not all call again at the same moment.
 */
export function backOff(failures: number, random: () => number = Math.random): number {
  const full = Math.min(longest, shortest * 2 ** (failures - 1));
  return Math.round(full * (1 - random() / 2));
}
