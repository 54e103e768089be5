import { availableParallelism } from 'node:os';
import { createGallery, openSearchThreads } from '#models/gallery/index.ts';
import type { Figure } from './figure.ts';
import {
  plainSearch,
  type RivalSearch,
  type Rows,
  sqliteVecSearch,
  usearchSearch,
} from './gallery-rivals.ts';

/*
 * `kiosk bench gallery`: one-to-many search, beside other exact searches of the same vectors and a copy of the same
 * bytes, which no search that reads all of them once could beat by much. All take turns, so that a busy moment of the
 * machine slows all.
 */

const sizes = [10_000, 100_000];
/** Needs 3 GB and some minutes. */
const largeSize = 1_000_000;
const dimensions = 128;
const limit = 10;
const rounds = 31;
const warmUp = 20;

export interface GalleryBenchOptions {
  /** Also a million vectors. */
  readonly large?: boolean;
}

export async function galleryFigures({ large = false }: GalleryBenchOptions = {}): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const people of large ? [...sizes, largeSize] : sizes) figures.push(...(await figuresOf(people)));
  return figures;
}

interface Contender {
  readonly what: string;
  run(probe: Float32Array): unknown;
}

async function figuresOf(people: number): Promise<Figure[]> {
  const rows = growRows(people);
  const threads = openSearchThreads();
  try {
    const before = process.memoryUsage().rss;
    const gallery = fill(createGallery(dimensions), rows);
    const bytes = (process.memoryUsage().rss - before) / people;
    const threaded = fill(createGallery(dimensions, threads), rows);
    const plain = plainSearch(rows);
    const rivals = { usearch: await usearchSearch(rows), 'sqlite-vec': await sqliteVecSearch(rows) };
    const target = new Float32Array(rows.numbers.length);
    const ours = `1:N over ${people.toLocaleString('en')} faces`;
    const contenders: Contender[] = [
      { what: `a copy of their ${people.toLocaleString('en')} vectors`, run: () => target.set(rows.numbers) },
      { what: ours, run: (probe) => gallery.search(probe, limit) },
      {
        what: `the same in ${availableParallelism()} threads`,
        run: (probe) => threaded.search(probe, limit),
      },
      { what: 'the same by plain TypeScript', run: (probe) => plain(probe, limit) },
      ...Object.entries(rivals).flatMap(([name, search]) =>
        search ? [{ what: `the same by ${name}`, run: (probe: Float32Array) => search(probe, limit) }] : [],
      ),
    ];
    const [copy, ...searches] = await takeTurns(contenders);
    return [
      { what: contenders[0].what, value: copy, unit: 'ms' },
      ...searches.map(
        (ms, i): Figure => ({
          what: contenders[i + 1].what,
          value: ms,
          unit: 'ms',
          ratio: i === 0 ? ms / copy : ms / searches[0],
          to: i === 0 ? 'the copy' : 'our search in one thread',
        }),
      ),
      {
        what: `${ours}: found of the ${limit} best`,
        value: 100 * (await recall(gallery, plain)),
        unit: '%',
      },
      // Among few, what the process takes once weighs more than the rows.
      ...(people > sizes[0] ? [{ what: `${ours}: memory of each`, value: bytes, unit: 'bytes' }] : []),
    ];
  } finally {
    await threads.close();
  }
}

type Gallery = ReturnType<typeof createGallery>;

function fill(gallery: Gallery, { numbers }: Rows): Gallery {
  for (let row = 0; row < numbers.length / dimensions; row++)
    gallery.add(String(row), numbers.subarray(row * dimensions, (row + 1) * dimensions));
  return gallery;
}

/** The median time of each, in milliseconds, after some rounds that are not counted. */
async function takeTurns(contenders: readonly Contender[]): Promise<number[]> {
  const times = contenders.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    const probe = growProbe(round);
    for (const [i, contender] of contenders.entries()) {
      const start = performance.now();
      await contender.run(probe);
      if (round >= 0) times[i].push(performance.now() - start);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
}

/** Share of the best by the exhaustive search that ours finds too. */
async function recall(gallery: Gallery, exhaustive: RivalSearch): Promise<number> {
  let found = 0;
  for (let round = 0; round < rounds; round++) {
    const probe = growProbe(round);
    const ours = new Set((await gallery.search(probe, limit)).map(({ personId }) => Number(personId)));
    found += exhaustive(probe, limit).filter((row) => ours.has(row)).length;
  }
  return found / (rounds * limit);
}

/** Unit vectors as close to each other as strangers' faces: cosines around 0.8. */
function growRows(people: number): Rows {
  const numbers = new Float32Array(people * dimensions);
  for (let row = 0; row < people; row++) growInto(numbers.subarray(row * dimensions), row + 1);
  return { numbers, dimensions };
}

function growProbe(round: number): Float32Array {
  const probe = new Float32Array(dimensions);
  growInto(probe, -round - warmUp - 1);
  return probe;
}

function growInto(target: Float32Array, seed: number): void {
  let state = Math.imul(seed, 0x9e3779b1);
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  };
  let squares = 0;
  for (let i = 0; i < dimensions; i++) {
    target[i] = 2 * Math.sin(7 * i) + random() + random();
    squares += target[i] ** 2;
  }
  for (let i = 0; i < dimensions; i++) target[i] /= Math.sqrt(squares);
}
