import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { searchExhaustively } from './exhaustive.ts';
import { createGallery, type Gallery } from './gallery.ts';
import { unitVector } from './unit-vector.ts';
import { inThisThread, openSearchThreads, type SearchWorkers } from './workers.ts';

const dimensions = 6;
const vector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
  .filter((values) => Math.hypot(...values) > 0.1)
  .map((values) => Float32Array.from(values));

let state = 1;
/** About normally distributed. */
function random(): number {
  let sum = -2;
  for (let i = 0; i < 4; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    sum += state / 2 ** 32;
  }
  return sum;
}
const around = (centre: Float32Array, spread: number) => centre.map((value) => value + spread * random());
const anywhere = (length: number) => around(new Float32Array(length), 1);

function enrol(gallery: Gallery, known: ReadonlyMap<string, readonly Float32Array[]>): void {
  for (const [personId, vectors] of known) for (const one of vectors) gallery.add(personId, one);
}
const unitsOf = (known: ReadonlyMap<string, readonly Float32Array[]>) =>
  [...known].map(
    ([personId, vectors]) => [personId, vectors.map((one) => unitVector(one, one.length))] as const,
  );

const threads = openSearchThreads({ workers: 2 });
afterAll(() => threads.close());

describe('searching one face among many', () => {
  test('an empty gallery finds nobody, nor does a search for none', async () => {
    const gallery = createGallery(2);
    expect(await gallery.search(Float32Array.of(1, 0), 5)).toEqual([]);
    gallery.add('asha', Float32Array.of(1, 0));
    expect(await gallery.search(Float32Array.of(1, 0), 0)).toEqual([]);
  });

  test('a person with several templates comes up once, by the best', async () => {
    const gallery = createGallery(2);
    gallery.add('asha', Float32Array.of(0, 3));
    gallery.add('asha', Float32Array.of(2, 0));
    gallery.add('balbir', Float32Array.of(1, 1));
    expect(gallery.size).toBe(3);
    const found = await gallery.search(Float32Array.of(5, 0), 5);
    expect(found.map(({ personId }) => personId)).toEqual(['asha', 'balbir']);
    expect(found[0].score).toBeCloseTo(1, 6);
  });

  test('the most unlike are found too when there is nobody else', async () => {
    const gallery = createGallery(2);
    gallery.add('asha', Float32Array.of(-1, 0));
    expect(await gallery.search(Float32Array.of(1, 0), 3)).toEqual([{ personId: 'asha', score: -1 }]);
  });

  test('a vector that is no template is refused and leaves nothing behind', async () => {
    const gallery = createGallery(2);
    for (const wrong of [[1], [0, 0], [Number.NaN, 1], [1, Number.POSITIVE_INFINITY]]) {
      expect(() => gallery.add('x', Float32Array.from(wrong))).toThrow(RangeError);
      await expect(gallery.search(Float32Array.from(wrong), 1)).rejects.toThrow(RangeError);
    }
    expect(gallery.size).toBe(0);
  });

  test('after any adding and removing, the answer is that of comparing with everyone', async () => {
    const act = fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd'),
      vector: fc.option(vector, { freq: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 30 }),
        vector,
        fc.integer({ min: 0, max: 5 }),
        async (acts, probe, limit) => {
          const gallery = createGallery(dimensions);
          const known = new Map<string, Float32Array[]>();
          for (const { person, vector: added } of acts) {
            if (added) {
              gallery.add(person, added);
              known.set(person, [...(known.get(person) ?? []), added]);
            } else {
              gallery.remove(person);
              known.delete(person);
            }
          }
          const expected = searchExhaustively(unitsOf(known), unitVector(probe, dimensions), limit);
          const found = await gallery.search(probe, limit);
          expect(found.map(({ score }) => score)).toEqual(expected.map(({ score }) => score));
          const everybody = new Map(
            searchExhaustively(unitsOf(known), unitVector(probe, dimensions), 9).map((one) => [
              one.personId,
              one.score,
            ]),
          );
          for (const { personId, score } of found) expect(everybody.get(personId)).toBe(score);
          expect(new Set(found.map(({ personId }) => personId)).size).toBe(found.length);
        },
      ),
    );
  });
});

describe.each([
  ['in this thread', inThisThread],
  ['in two threads', threads],
])('a large gallery searched %s gives exactly the exhaustive answer', (_, workers) => {
  const length = 128;
  const centre = anywhere(length);

  /** People whose templates are made by `template`; every fifth has three. */
  async function expectExact(
    people: number,
    template: (person: number) => Float32Array,
    probes: Float32Array[],
  ) {
    const gallery = createGallery(length, workers);
    const known = new Map(
      Array.from({ length: people }, (_unused, i) => [
        `p${i}`,
        Array.from({ length: i % 5 === 0 ? 3 : 1 }, () => template(i)),
      ]),
    );
    enrol(gallery, known);
    for (const probe of probes)
      for (const limit of [1, 10, 60])
        expect(await gallery.search(probe, limit)).toEqual(
          searchExhaustively(unitsOf(known), unitVector(probe, length), limit),
        );
  }

  test('when templates lie in all directions', async () => {
    await expectExact(4000, () => anywhere(length), [anywhere(length), anywhere(length)]);
  });

  test('when all lie close together, as faces do', async () => {
    await expectExact(14_000, () => around(centre, 0.5), [around(centre, 0.5), anywhere(length)]);
  });

  test('when thousands nearly tie: far closer to each other than the codes can tell', async () => {
    const probes = [around(centre, 1e-5), around(centre, 0.3), centre];
    await expectExact(4000, () => around(centre, 1e-5), probes);
    await expectExact(
      4000,
      (i) => centre.map((value, at) => value + (at === i % length ? 1e-4 * i : 0)),
      probes,
    );
  });

  test('when one component is far above the others and the codes are at their coarsest', async () => {
    const spike = () => anywhere(length).map((value, at) => (at === 3 ? 40 : value));
    await expectExact(4000, spike, [spike(), anywhere(length)]);
  });
});

describe('a gallery that changes', () => {
  test('finds those who were removed no more, those who took their place, and the others', async () => {
    const gallery = createGallery(2);
    for (let i = 0; i < 10; i++) gallery.add(`p${i % 3}`, Float32Array.of(Math.cos(i), Math.sin(i)));
    gallery.remove('p0');
    gallery.remove('nobody');
    expect(gallery.size).toBe(6);
    gallery.add('again', Float32Array.of(Math.cos(6), Math.sin(6)));
    const found = await gallery.search(Float32Array.of(Math.cos(6), Math.sin(6)), 9);
    expect(found.map(({ personId }) => personId)).toEqual(['again', expect.any(String), expect.any(String)]);
    expect((await gallery.search(Float32Array.of(Math.cos(7), Math.sin(7)), 1))[0].personId).toBe('p1');
  });

  test('misses nobody when the best is removed, and replaced, in the middle of a search', async () => {
    let searches = 0;
    const gallery = createGallery(2, {
      ...inThisThread,
      async scan(request) {
        const answer = await inThisThread.scan(request);
        if (searches++ > 0) return answer;
        gallery.remove('best');
        gallery.add('new', Float32Array.of(0, 1));
        return answer;
      },
    });
    gallery.add('best', Float32Array.of(1, 0));
    gallery.add('second', Float32Array.of(1, 0.1));
    gallery.add('third', Float32Array.of(1, 0.5));
    const found = await gallery.search(Float32Array.of(1, 0), 2);
    expect(found.map(({ personId }) => personId)).toEqual(['second', 'third']);
  });

  test('gives nobody twice and nobody another’s score while threads search it', async () => {
    const gallery = createGallery(dimensions, threads);
    const directions = Array.from({ length: 40_000 }, () => anywhere(dimensions));
    for (const [i, direction] of directions.entries()) gallery.add(`p${i}`, direction);
    const probes = Array.from({ length: 12 }, () => anywhere(dimensions));
    const searching = probes.map((probe) => gallery.search(probe, 20));
    let i = 0;
    let done = false;
    const churn = (async () => {
      // Odd people leave and come back with the direction of another.
      for (; !done && i < 20_000; i++) {
        const person = (2 * i + 1) % directions.length;
        gallery.remove(`p${person}`);
        gallery.add(
          `q${i}-${(person * 7) % directions.length}`,
          directions[(person * 7) % directions.length],
        );
        if (i % 50 === 0) await new Promise(setImmediate);
      }
    })();
    const found = await Promise.all(searching);
    done = true;
    await churn;
    for (const [p, candidates] of found.entries()) {
      const probe = unitVector(probes[p], dimensions);
      expect(new Set(candidates.map(({ personId }) => personId)).size).toBe(20);
      for (const { personId, score } of candidates) {
        const direction = unitVector(directions[Number(/\d+$/.exec(personId))], dimensions);
        expect(searchExhaustively([[personId, [direction]]], probe, 1)).toEqual([{ personId, score }]);
      }
      // Even people stayed throughout: whoever of them is better than the last must be there.
      const stayed = directions.flatMap((direction, at) =>
        at % 2 === 0 ? [[`p${at}`, [unitVector(direction, dimensions)]] as const] : [],
      );
      const due = searchExhaustively(stayed, probe, 20).filter(({ score }) => score > candidates[19].score);
      expect(candidates).toEqual(expect.arrayContaining(due));
    }
  });
});

describe('a part of the gallery that could not be searched', () => {
  function failing(): SearchWorkers & { failures: number } {
    return {
      size: 1,
      failures: 1,
      async scan(request) {
        if (this.failures-- > 0) throw new Error('a worker crashed');
        return inThisThread.scan(request);
      },
    };
  }

  test('is searched again, and fails the search when it fails again, and the next search is whole', async () => {
    const workers = failing();
    const gallery = createGallery(2, workers);
    gallery.add('asha', Float32Array.of(1, 0));
    expect(await gallery.search(Float32Array.of(1, 0), 1)).toHaveLength(1);
    workers.failures = 2;
    await expect(gallery.search(Float32Array.of(1, 0), 1)).rejects.toThrow('a worker crashed');
    expect(await gallery.search(Float32Array.of(1, 0), 1)).toHaveLength(1);
  });
});
