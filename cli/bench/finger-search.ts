import { availableParallelism } from 'node:os';
import {
  type FingerGallery,
  type FingerprintTemplate,
  openFingerprintEngine,
} from '#models/fingerprint/index.ts';
import { growGallery, touchAgain } from '#models/fingerprint/synthetic/index.ts';
import type { Figure } from './figure.ts';

/* One-to-many search of fingers that were grown, two to a person, by other touches of some of them. */

const probes = 50;
const everybody = { share: 1, least: 0 };

/** @param pass ms of the reference workload, which `to` names. */
export async function searchFigures(fingers: number, pass: number, to: string): Promise<Figure[]> {
  const [few, many] = [Math.ceil(fingers / 20), 5 * fingers];
  const templates = growGallery(many, 1);
  const oneCore = openFingerprintEngine({ workers: 1 });
  const allCores = openFingerprintEngine({ workers: availableParallelism() });
  try {
    const run = (gallery: FingerGallery, count: number) => searchAll(gallery, templates.slice(0, count));
    const gallery = oneCore.createGallery();
    const one = await run(gallery, fingers);
    const all = await run(allCores.createGallery(), fingers);
    const exhaustive = await run(allCores.createGallery(everybody), fingers);
    const small = await run(oneCore.createGallery(), few);
    const large = await run(oneCore.createGallery(), many);
    const lost = exhaustive.found.filter((found, at) => found && !one.found[at]).length;
    const found = exhaustive.found.filter(Boolean).length;
    const cores = `${availableParallelism()} cores`;
    const over = (count: number) => `1:N over ${count.toLocaleString('en')} fingers`;
    const ms = (what: string, value: number): Figure => ({
      what,
      value,
      unit: 'ms',
      ratio: value / pass,
      to,
    });
    return [
      ms(`${over(fingers)}, one core`, one.ms),
      ms(`${over(fingers)}, ${cores}`, all.ms),
      ms(`${over(fingers)}, everybody compared, ${cores}`, exhaustive.ms),
      { what: 'effective comparisons, one core', value: (1000 * fingers) / one.ms, unit: '/s' },
      { what: 'found first when everybody is compared', value: (100 * found) / probes, unit: '%' },
      { what: 'of these not found by two stages', value: (100 * lost) / found, unit: '%' },
      { what: 'memory of the gallery, a finger', value: gallery.bytes / fingers, unit: 'bytes' },
      ms(`${over(few)}, one core`, small.ms),
      ms(`${over(many)}, one core`, large.ms),
      { what: 'growth of the time over these, a hundredfold', value: large.ms / small.ms, unit: 'times' },
    ];
  } finally {
    await Promise.all([oneCore.close(), allCores.close()]);
  }
}

interface Searched {
  /** Median. */
  readonly ms: number;
  /** By probe: whether the right person came first. */
  readonly found: readonly boolean[];
}

/** Fills the gallery and searches it for fingers from all over it. */
async function searchAll(
  gallery: FingerGallery,
  templates: readonly FingerprintTemplate[],
): Promise<Searched> {
  const personOf = (finger: number) => `p${finger >> 1}`;
  for (const [finger, template] of templates.entries()) gallery.add(personOf(finger), template);
  // The first search lists the edges of everybody.
  await gallery.search(templates[0], 1);
  const times: number[] = [];
  const found: boolean[] = [];
  for (let k = 0; k < probes; k++) {
    const finger = Math.floor((k * templates.length) / probes);
    const probe = touchAgain(templates[finger], 1);
    const start = performance.now();
    const [best] = await gallery.search(probe, 1);
    times.push(performance.now() - start);
    found.push(best?.personId === personOf(finger));
  }
  return { ms: times.sort((a, b) => a - b)[probes >> 1], found };
}
