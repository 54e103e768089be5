import { availableParallelism } from 'node:os';
import { fingerprintEngineId } from '../template/engine-id.ts';
import { packTemplate } from '../template/packed.ts';
import type { Extraction, FingerprintTemplate, GreyImage } from '../types.ts';
import type { EngineRequest, EngineValue } from './requests.ts';
import { openWorkerPool } from './worker-pool.ts';

/* Extraction and search in worker threads, so that the screens never wait for them. */

export interface FingerprintEngine {
  readonly id: string;
  /** As `extract`; rejects with an Error when the worker crashes or the engine is closed. */
  extract(image: GreyImage): Promise<Extraction>;
  /** Scores of the probe against each gallery template, in order, in decibels as of `matchFingerprints`. */
  score(probe: FingerprintTemplate, gallery: readonly FingerprintTemplate[]): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Gallery templates a worker takes at a time: small enough to share the work, large enough to be worth a message. */
const chunk = 250;

/** @param options.workers threads; by default one fewer than the machine has cores, and at least one. */
export function openFingerprintEngine(options: { workers?: number } = {}): FingerprintEngine {
  const size = Math.max(1, options.workers ?? availableParallelism() - 1);
  const pool = openWorkerPool<EngineRequest, EngineValue>(new URL('./worker.ts', import.meta.url), size);
  const packed = new WeakMap<FingerprintTemplate, Uint8Array>();
  const pack = (template: FingerprintTemplate): Uint8Array => {
    const bytes = packed.get(template) ?? packTemplate(template);
    packed.set(template, bytes);
    return bytes;
  };

  async function scoreChunk(probe: FingerprintTemplate, gallery: readonly FingerprintTemplate[]) {
    // The packed form carries no engine id, so strangers are scored 0 here.
    const comparable = gallery.filter((template) => template.engine === fingerprintEngineId);
    const scores = await pool.run({ kind: 'score', probe: pack(probe), gallery: comparable.map(pack) });
    if (!(scores instanceof Float32Array)) throw new Error('unexpected answer from a worker');
    let next = 0;
    return gallery.map((template) => (template.engine === fingerprintEngineId ? scores[next++] : 0));
  }

  return {
    id: fingerprintEngineId,
    async extract(image) {
      const extraction = await pool.run({ kind: 'extract', image });
      if (extraction instanceof Float32Array) throw new Error('unexpected answer from a worker');
      return extraction;
    },
    async score(probe, gallery) {
      if (probe.engine !== fingerprintEngineId) return new Float32Array(gallery.length);
      const chunks = Array.from({ length: Math.ceil(gallery.length / chunk) }, (_, i) =>
        scoreChunk(probe, gallery.slice(i * chunk, (i + 1) * chunk)),
      );
      return Float32Array.from((await Promise.all(chunks)).flat());
    },
    close: () => pool.close(),
  };
}
