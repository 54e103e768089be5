import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { evaluateFingerprints, type LabelledPrint } from './evaluate.ts';
import { growFinger, impress } from './synthetic/index.ts';

describe('the evaluation', () => {
  const prints: LabelledPrint[] = [1, 2, 3].flatMap((seed) => {
    const finger = growFinger(seed);
    return [1, 2].map((touch) => ({
      finger: `${seed}`,
      impression: `${touch}`,
      image: impress(finger, { seed: touch }),
    }));
  });

  it('compares all impressions of a finger, and all of different fingers', () => {
    const progress: number[] = [];
    const result = evaluateFingerprints(prints, { onProgress: (fraction) => progress.push(fraction) });
    expect(result).toMatchObject({
      images: 6,
      genuine: 3,
      impostor: 12,
      failedToExtract: 0,
      eer: 0,
      rank1: 1,
    });
    expect(result.templateBytes.max).toBeLessThan(600);
    expect(progress.at(-1)).toBe(1);
  });

  it('compares only first impressions of different fingers in the protocol of the competitions', () => {
    const result = evaluateFingerprints(prints, { protocol: 'fvc' });
    expect(result).toMatchObject({ genuine: 3, impostor: 3, rank1: 1 });
    for (const { probe, candidate, genuine } of result.comparisons.filter((one) => !one.genuine))
      expect([prints[probe].impression, prints[candidate].impression, genuine]).toEqual(['1', '1', false]);
  });

  it('counts a print without template against the engine', () => {
    const blank = { width: 256, height: 288, dpi: 508, pixels: new Uint8Array(256 * 288) };
    const result = evaluateFingerprints([{ finger: '1', impression: '9', image: blank }, ...prints]);
    expect(result.failedToExtract).toBe(1);
    expect(result.fmr1000).toBeCloseTo(2 / 5);
    expect(result.rank1).toBeCloseTo(6 / 7);
  });
});

const folder = fileURLToPath(new URL('../../../shared/data/fingerprints/fvc2002_db1b', import.meta.url));
const present = existsSync(folder);

describe(`real prints${present ? '' : ' (skipped: no fingerprint data beside this checkout)'}`, () => {
  it.skipIf(!present)('of four fingers are told apart', { timeout: 60_000 }, async () => {
    const names = readdirSync(folder).filter((name) => /^10[1-4]_[1-5]\.png$/.test(name));
    const prints = await Promise.all(
      names.map(async (name) => {
        const { data, info } = await sharp(join(folder, name))
          .greyscale()
          .raw()
          .toBuffer({ resolveWithObject: true });
        const [finger, impression] = name.replace('.png', '').split('_');
        const image = { width: info.width, height: info.height, dpi: 500, pixels: new Uint8Array(data) };
        return { finger, impression, image };
      }),
    );
    const result = evaluateFingerprints(prints);
    expect(result).toMatchObject({ images: 20, failedToExtract: 0, rank1: 1 });
    expect(result.eer).toBeLessThan(0.03);
  });
});
