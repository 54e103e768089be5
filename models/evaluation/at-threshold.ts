/* The two errors at a threshold fixed beforehand, which is how a deployed system meets them (ISO/IEC 19795-1). */

/** Share of impostor scores that reach the threshold; NaN when there are none. */
export function falseMatchRate(impostor: readonly number[], threshold: number): number {
  return impostor.filter((score) => score >= threshold).length / impostor.length;
}

/** Share of genuine scores that do not reach the threshold; NaN when there are none. */
export function falseNonMatchRate(genuine: readonly number[], threshold: number): number {
  return genuine.filter((score) => score < threshold).length / genuine.length;
}
