import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchFingerprints } from '../matching/match.ts';
import { growGallery, touchAgain } from '../synthetic/index.ts';
import { packTemplate } from '../template/packed.ts';
import type { FingerprintTemplate } from '../types.ts';
import { slotsPerBlock } from './block.ts';
import { createFingerGallery, type SearchWorkers } from './finger-gallery.ts';
import { inThisThread } from './in-this-thread.ts';

const everybody = { share: 1, least: 0 };
const some = growGallery(60, 1);
const many = growGallery(3 * slotsPerBlock, 2);

function galleryOf(templates: readonly FingerprintTemplate[], workers = inThisThread) {
  const gallery = createFingerGallery(workers);
  for (const [i, template] of templates.entries()) gallery.add(`p${i}`, template);
  return gallery;
}

describe('searching one finger among many', () => {
  test('an empty gallery finds nobody', async () => {
    expect(await createFingerGallery(inThisThread).search(some[0], 5)).toEqual([]);
  });

  test('a small gallery is compared with in full', async () => {
    const gallery = galleryOf(some);
    const probe = touchAgain(some[7], 1);
    const expected = some
      .map((template, i) => ({ personId: `p${i}`, score: Math.fround(matchFingerprints(probe, template)) }))
      .sort((a, b) => b.score - a.score);
    const found = await gallery.search(probe, 100);
    expect(found[0].personId).toBe('p7');
    expect(found.map(({ score }) => score)).toEqual(expected.map(({ score }) => score));
    expect(await gallery.search(probe, 3)).toEqual(found.slice(0, 3));
  });

  test('in a large one the first stage leaves the right finger in, wherever it lies', async () => {
    const gallery = galleryOf(many);
    for (let finger = 0; finger < many.length; finger += 180) {
      const [best] = await gallery.search(touchAgain(many[finger], finger), 1);
      expect(best.personId).toBe(`p${finger}`);
    }
  });

  test('a person with several fingers comes up once, by the best', async () => {
    const gallery = createFingerGallery(inThisThread);
    gallery.add('asha', some[0]);
    gallery.add('asha', packTemplate(some[1]));
    gallery.add('balbir', some[2]);
    expect(gallery.size).toBe(3);
    const found = await gallery.search(touchAgain(some[1], 4), 5);
    expect(found.map(({ personId }) => personId)).toEqual(['asha', 'balbir']);
  });

  test('bytes that are no template, and templates of another version, are not taken and find nobody', async () => {
    const gallery = createFingerGallery(inThisThread);
    const other = { ...some[0], engine: 'other/9' };
    expect(gallery.add('asha', new Uint8Array(30))).toBe(false);
    expect(gallery.add('asha', other)).toBe(false);
    expect(gallery.size).toBe(0);
    expect(gallery.add('asha', some[0])).toBe(true);
    expect(await gallery.search(other, 5)).toEqual([]);
  });
});

describe('a gallery that changes', () => {
  test('finds those who were removed no more, and those who took their place', async () => {
    const gallery = galleryOf(many);
    const probe = touchAgain(many[1500], 3);
    gallery.remove('p1500');
    gallery.remove('nobody');
    expect(gallery.size).toBe(many.length - 1);
    expect((await gallery.search(probe, 50)).map(({ personId }) => personId)).not.toContain('p1500');
    gallery.add('again', many[1500]);
    expect((await gallery.search(probe, 1))[0].personId).toBe('again');
  });

  test('does not take one for another when a slot changes hands in the middle of a search', async () => {
    const changes: (() => void)[] = [];
    const gallery = galleryOf(some, {
      ...inThisThread,
      async compare(request) {
        const scores = await inThisThread.compare(request);
        for (const change of changes.splice(0)) change();
        return scores;
      },
    });
    changes.push(() => {
      gallery.remove('p7');
      gallery.add('new', some[9]);
    });
    const probe = touchAgain(some[7], 1);
    const during = (await gallery.search(probe, 100)).map(({ personId }) => personId);
    expect(during).not.toContain('p7');
    expect(during).not.toContain('new');
    expect((await gallery.search(touchAgain(some[9], 1), 2)).map(({ personId }) => personId).sort()).toEqual([
      'new',
      'p9',
    ]);
  });

  test('after any adding and removing, the answer is that of comparing with everyone', async () => {
    const act = fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd'),
      finger: fc.option(fc.nat({ max: 19 }), { freq: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), fc.nat({ max: 19 }), async (acts, finger) => {
        const gallery = createFingerGallery(inThisThread, everybody);
        const known = new Map<string, number[]>();
        for (const { person, finger: added } of acts) {
          if (added === null) {
            gallery.remove(person);
            known.delete(person);
          } else {
            gallery.add(person, some[added]);
            known.set(person, [...(known.get(person) ?? []), added]);
          }
        }
        const probe = some[finger];
        const expected = [...known].map(([personId, fingers]) => ({
          personId,
          score: Math.fround(Math.max(...fingers.map((i) => matchFingerprints(probe, some[i])))),
        }));
        const byPerson = (a: { personId: string }, b: { personId: string }) =>
          a.personId < b.personId ? -1 : 1;
        expect((await gallery.search(probe, 9)).sort(byPerson)).toEqual(expected.sort(byPerson));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a part of the gallery that could not be searched', () => {
  /** Workers that fail until they are repaired. */
  function failing(): SearchWorkers & { repaired: boolean; attempts: number } {
    return {
      ...inThisThread,
      repaired: false,
      attempts: 0,
      async rate(request) {
        this.attempts++;
        if (!this.repaired) throw new Error('a worker crashed');
        return inThisThread.rate(request);
      },
    };
  }

  test('is searched again', async () => {
    const workers = failing();
    const gallery = galleryOf(many, workers);
    const searching = gallery.search(touchAgain(many[0], 1), 1);
    workers.repaired = true;
    expect((await searching)[0].personId).toBe('p0');
    expect(workers.attempts).toBeGreaterThan(1);
  });

  test('fails the search when it fails again, and the next search is whole', async () => {
    const workers = failing();
    const gallery = galleryOf(many, workers);
    await expect(gallery.search(touchAgain(many[0], 1), 1)).rejects.toThrow('a worker crashed');
    workers.repaired = true;
    expect((await gallery.search(touchAgain(many[0], 1), 1))[0].personId).toBe('p0');
  });
});
