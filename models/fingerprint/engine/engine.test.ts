import { describe, expect, it } from 'vitest';
import { extract } from '../extraction/extract.ts';
import { createFingerGallery } from '../search/finger-gallery.ts';
import { inThisThread } from '../search/in-this-thread.ts';
import { growFinger, growGallery, impress, touchAgain } from '../synthetic/index.ts';
import { openFingerprintEngine } from './engine.ts';

describe('the engine', () => {
  it('extracts and searches in its workers as the plain functions do', async () => {
    const engine = openFingerprintEngine({ workers: 2 });
    try {
      const fingers = [1, 2].map(growFinger);
      const gallery = engine.createGallery();
      for (const [i, finger] of fingers.entries()) {
        const extraction = await engine.extract(impress(finger, { seed: 1 }));
        if (extraction.outcome === 'extracted') gallery.add(`p${i}`, extraction.template);
      }
      const again = extract(impress(fingers[1], { seed: 2 }));
      if (again.outcome !== 'extracted') throw new Error('the synthetic print gives no template');
      const found = await gallery.search(again.template, 5);
      expect(found.map(({ personId }) => personId)).toEqual(['p1', 'p0']);
    } finally {
      await engine.close();
    }
  });

  it('finds the same as one thread, while people come and go and searches wait for each other', async () => {
    const engine = openFingerprintEngine({ workers: 2 });
    try {
      const templates = growGallery(3000, 5);
      const galleries = [engine.createGallery(), createFingerGallery(inThisThread)];
      for (const gallery of galleries)
        for (const [i, template] of templates.entries()) gallery.add(`p${i}`, template);
      const searching = [0, 700, 1400, 2100, 2800].map((finger) =>
        galleries.map((gallery) => gallery.search(touchAgain(templates[finger], 1), 1)),
      );
      for (let i = 1; i < 600; i += 2) {
        galleries[0].remove(`p${i}`);
        galleries[0].add(`q${i}`, templates[i]);
      }
      for (const [threads, here] of searching) expect(await threads).toEqual(await here);
    } finally {
      await engine.close();
    }
  });
});
