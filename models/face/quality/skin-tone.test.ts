import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { openFaceEngine } from '../index.ts';
import { rgb } from '../samples.ts';
import { observeQuality, type QualityPhoto } from './observe-quality.ts';
import { qualityByGroup } from './quality-by-group.ts';
import { worsenings } from './worsenings.ts';

const faces = fileURLToPath(new URL('../../../../shared/data/faces/', import.meta.url));

/** Nine people of each group with a neutral face. */
async function photos() {
  const lines = (await readFile(`${faces}london_info.csv`, 'utf8')).trim().split('\n').slice(1);
  const people = lines.map((line) => line.trim().split(','));
  return ['black', 'white'].flatMap((group) =>
    people
      .filter(([, , , ethnicity]) => ethnicity === group)
      .slice(0, 9)
      .map(([person]) => ({ person, group })),
  );
}

describe.skipIf(!existsSync(`${faces}london_info.csv`))(
  'London Set (skipped without ../shared/data/faces)',
  () => {
    test('a dark skin loses no quality, in no light, and is found as well', { timeout: 60_000 }, async () => {
      const chosen = await photos();
      const images = await Promise.all(
        chosen.map(async ({ person }) => ({
          person,
          name: person,
          image: await rgb(sharp(`${faces}london/${person}_03.jpg`)),
        })),
      );
      const engine = await openFaceEngine();
      const seen: (readonly [string, QualityPhoto[]])[] = [];
      for (const { name, of } of worsenings) {
        const worse = images.map((photo) => ({ ...photo, image: of(photo.image) }));
        seen.push([name, await observeQuality(worse, { engine })]);
      }
      await engine.close();
      for (const [worsening, observed] of seen) {
        const groupOf = observed.map(
          ({ person }) => chosen.find((one) => one.person === person)?.group ?? null,
        );
        const [black, white] = qualityByGroup(observed, [{ by: 'skin', groupOf }]);
        expect([worsening, black.images >= 8, white.images >= 8]).toEqual([worsening, true, true]);
        expect(black.means.quality.mean, worsening).toBeGreaterThan(white.means.quality.mean - 3);
      }
    });
  },
);
