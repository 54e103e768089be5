import { type FaceEngine, openFaceEngine } from '../engine.ts';
import type { LabelledPhoto } from '../evaluate.ts';
import type { FaceQuality } from './quality.ts';

/** A photo as the engine sees it, and whose it is. */
export interface QualityPhoto {
  readonly person: string;
  readonly name: string;
  readonly vector: Float32Array;
  readonly quality: FaceQuality;
}

export interface ObserveOptions {
  /** An engine already open; otherwise one is opened and closed again. */
  readonly engine?: FaceEngine;
  /** Told after each picture how many are done. */
  readonly onProgress?: (done: number) => void;
}

/** Poor photos count too, those without a face are left out; of several faces the most central one is taken. */
export async function observeQuality(
  photos: Iterable<LabelledPhoto> | AsyncIterable<LabelledPhoto>,
  options: ObserveOptions = {},
): Promise<QualityPhoto[]> {
  const engine = options.engine ?? (await openFaceEngine());
  try {
    const seen: QualityPhoto[] = [];
    let done = 0;
    for await (const { person, name, image } of photos) {
      const templating = await engine.embed(image, { lenient: true });
      if (templating.outcome === 'embedded') {
        const { vector, quality } = templating;
        seen.push({ person, name, vector, quality });
      }
      options.onProgress?.(++done);
    }
    return seen;
  } finally {
    if (!options.engine) await engine.close();
  }
}
