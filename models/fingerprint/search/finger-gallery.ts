import { fingerprintEngineId } from '../template/engine-id.ts';
import { packTemplate, unpackTemplate } from '../template/packed.ts';
import type { FingerprintTemplate } from '../types.ts';
import { slotsPerBlock } from './block.ts';
import { createFingerStore, type FingerStore } from './finger-store.ts';
import type { CompareRequest, PackedProbe, RateRequest } from './requests.ts';
import { shortlist } from './shortlist.ts';

/*
 * One-to-many search. First every finger is rated (rating.ts), then the matcher compares the probe with the best rated
 * three in a hundred. Both are divided among the workers by blocks of fingers, but the best are chosen from the whole gallery:
 * what is found does not depend on how the work was divided.
 */

/** A person brought up by a search. */
export interface FingerCandidate {
  readonly personId: string;
  /** Decibels of the likest of the person's fingers, as of `matchFingerprints`. */
  readonly score: number;
}

export interface FingerGallery {
  /** Number of fingers (not of people). */
  readonly size: number;
  /** Memory that it takes, grown in whole blocks. */
  readonly bytes: number;
  /**
   * Adds a finger; a person may have several. False, and nothing is added, when these are not the bytes of a packed
   * template, or it is of another engine version: such fingers can be found by nobody.
   */
  add(personId: string, template: FingerprintTemplate | Uint8Array): boolean;
  /** Removes all fingers of the person and clears their memory; nothing happens when there are none. */
  remove(personId: string): void;
  /**
   * The `limit` likest people, best first, each once; in a gallery too large to compare everybody, only people among
   * the best rated. Nobody for a probe of another engine version. Who is added or removed meanwhile may be found or
   * not. Rejects with an Error when a part of the gallery could not be searched, even at a second attempt.
   */
  search(probe: FingerprintTemplate, limit: number): Promise<FingerCandidate[]>;
}

/** Does the work of a search, in other threads or at once. */
export interface SearchWorkers {
  /** How many requests it can work on at the same time. */
  readonly size: number;
  rate(request: RateRequest): Promise<Uint16Array>;
  compare(request: CompareRequest): Promise<Float32Array>;
}

export interface SearchEffort {
  /** Share of the gallery that is compared, and least number of fingers. */
  readonly share: number;
  readonly least: number;
}

export const defaultEffort: SearchEffort = { share: 0.03, least: 200 };

/** Most blocks in a request, so that other work need not wait long, and fingers to compare. */
const mostBlocks = 8;
const comparedAtOnce = 128;

let searches = 0;

export function createFingerGallery(
  workers: SearchWorkers,
  effort: SearchEffort = defaultEffort,
): FingerGallery {
  const store = createFingerStore();
  return {
    get size() {
      return store.size;
    },
    get bytes() {
      return store.blocks.reduce((sum, { memory }) => sum + memory.byteLength, 0);
    },
    add(personId, given) {
      const template = given instanceof Uint8Array ? unpackTemplate(given) : given;
      if (template?.engine !== fingerprintEngineId) return false;
      store.add(personId, template);
      return true;
    },
    remove: (personId) => store.remove(personId),
    async search(probe, limit) {
      if (probe.engine !== fingerprintEngineId) return [];
      const packed = { search: searches++, template: packTemplate(probe) };
      const release = store.hold();
      try {
        const fingers = await chooseFingers(store, workers, packed, effort);
        const scores = await compareFingers(store, workers, packed, fingers);
        return rank(store, fingers, scores, limit);
      } finally {
        release();
      }
    },
  };
}

async function chooseFingers(
  store: FingerStore,
  workers: SearchWorkers,
  probe: PackedProbe,
  effort: SearchEffort,
): Promise<number[]> {
  const length = Math.max(effort.least, Math.ceil(effort.share * store.size));
  if (store.size <= length) return store.fingers().sort((a, b) => a - b);
  const blocks = store.blocks.slice();
  const atOnce = Math.min(mostBlocks, Math.ceil(blocks.length / workers.size));
  const ratings = await allOf(
    parts(blocks, atOnce).map((part) => twice(() => workers.rate({ kind: 'rate', probe, blocks: part }))),
  );
  return shortlist(ratings, length);
}

async function compareFingers(
  store: FingerStore,
  workers: SearchWorkers,
  probe: PackedProbe,
  fingers: readonly number[],
): Promise<number[]> {
  const atOnce = Math.min(comparedAtOnce, Math.ceil(fingers.length / workers.size));
  const scores = await allOf(
    parts(fingers, atOnce).map((part) => {
      const request = compareRequest(store, probe, part);
      return twice(() => workers.compare(request));
    }),
  );
  return scores.flatMap((part) => [...part]);
}

/** Sends only the blocks that the fingers are in. */
function compareRequest(store: FingerStore, probe: PackedProbe, fingers: readonly number[]): CompareRequest {
  const numbers = [...new Set(fingers.map((finger) => Math.floor(finger / slotsPerBlock)))];
  return {
    kind: 'compare',
    probe,
    blocks: numbers.map((number) => store.blocks[number]),
    fingers: Uint32Array.from(
      fingers,
      (finger) =>
        numbers.indexOf(Math.floor(finger / slotsPerBlock)) * slotsPerBlock + (finger % slotsPerBlock),
    ),
  };
}

function rank(
  store: FingerStore,
  fingers: readonly number[],
  scores: readonly number[],
  limit: number,
): FingerCandidate[] {
  const best = new Map<string, number>();
  for (const [i, finger] of fingers.entries()) {
    const personId = store.ownerOf(finger);
    if (personId !== null) best.set(personId, Math.max(best.get(personId) ?? 0, scores[i]));
  }
  return [...best]
    .map(([personId, score]) => ({ personId, score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

function parts<Item>(items: readonly Item[], length: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / length) || 0 }, (_, i) =>
    items.slice(i * length, (i + 1) * length),
  );
}

/** All values, or the first failure; in either case nothing is under way any more. */
async function allOf<Value>(work: readonly Promise<Value>[]): Promise<Value[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** A second attempt when the first fails: its worker may have crashed for a reason of its own. */
function twice<Value>(attempt: () => Promise<Value>): Promise<Value> {
  return attempt().catch(attempt);
}
