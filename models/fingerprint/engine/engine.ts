import { availableParallelism } from 'node:os';
import { openWorkerPool } from '#models/worker-pool/index.ts';
import {
  createFingerGallery,
  type FingerGallery,
  type SearchEffort,
  type SearchWorkers,
} from '../search/finger-gallery.ts';
import { fingerprintEngineId } from '../template/engine-id.ts';
import type { Extraction, GreyImage } from '../types.ts';
import type { EngineRequest, EngineValue } from './requests.ts';

/* Extraction and search in worker threads, so that the screens never wait for them. */

export interface FingerprintEngine {
  readonly id: string;
  /** As `extract`; rejects with an Error when the worker crashes or the engine is closed. */
  extract(image: GreyImage): Promise<Extraction>;
  /** An empty gallery, searched by the engine's workers; with how much effort, see `SearchEffort`. */
  createGallery(effort?: SearchEffort): FingerGallery;
  close(): Promise<void>;
}

/** @param options.workers threads; by default one fewer than the machine has cores, and at least one. */
export function openFingerprintEngine(options: { workers?: number } = {}): FingerprintEngine {
  const size = Math.max(1, options.workers ?? availableParallelism() - 1);
  const pool = openWorkerPool<EngineRequest, EngineValue>(new URL('./worker.ts', import.meta.url), size);
  const unexpected = () => new Error('unexpected answer from a worker');

  const workers: SearchWorkers = {
    size,
    async rate(request) {
      const ratings = await pool.run(request);
      if (!(ratings instanceof Uint16Array)) throw unexpected();
      return ratings;
    },
    async compare(request) {
      const scores = await pool.run(request);
      if (!(scores instanceof Float32Array)) throw unexpected();
      return scores;
    },
  };

  return {
    id: fingerprintEngineId,
    async extract(image) {
      const extraction = await pool.run({ kind: 'extract', image });
      if (!('outcome' in extraction)) throw unexpected();
      return extraction;
    },
    createGallery: (effort) => createFingerGallery(workers, effort),
    close: () => pool.close(),
  };
}
