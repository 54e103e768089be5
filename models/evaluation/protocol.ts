/*
 * Which pictures of a labelled set are compared, as in the fingerprint verification competitions (Maio, Maltoni et al.,
 * FVC2000 to FVC2004). Genuine are all pairs of impressions of one finger. Impostors are, with `fvc`, the first
 * impression of each finger against the first of every other (for 100 fingers × 8 those are 2,800 and 4,950 pairs); with
 * `extended`, all pairs of impressions of different fingers, which measures low rates on small sets.
 */

export const protocols = ['extended', 'fvc'] as const;
export type Protocol = (typeof protocols)[number];

export interface Label {
  /** The finger or the person. */
  readonly identity: string;
  readonly impression: string;
}

/** For each picture the later ones that it is compared with, so that every pair comes once. */
export function candidatesOf(labels: readonly Label[], protocol: Protocol): number[][] {
  const firsts = new Set(firstImpressions(labels));
  return labels.map((probe, i) =>
    labels.flatMap((candidate, j) => {
      if (j <= i) return [];
      const genuine = probe.identity === candidate.identity;
      return genuine || protocol === 'extended' || (firsts.has(i) && firsts.has(j)) ? [j] : [];
    }),
  );
}

/** Impressions are ordered as numbers: 2 comes before 10. */
const numeric = new Intl.Collator('en', { numeric: true });

function firstImpressions(labels: readonly Label[]): Iterable<number> {
  const firsts = new Map<string, number>();
  for (const [i, { identity, impression }] of labels.entries()) {
    const first = firsts.get(identity);
    if (first === undefined || numeric.compare(impression, labels[first].impression) < 0)
      firsts.set(identity, i);
  }
  return firsts.values();
}
