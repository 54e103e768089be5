import { availableParallelism } from 'node:os';
import { openWorkerPool } from '#models/worker-pool/index.ts';
import type { RankedRows } from './ranking.ts';
import { answerScan, type ScanRequest } from './scan.ts';

/** Does the work of a search, in other threads or at once. */
export interface SearchWorkers {
  /** How many parts it can search at the same time. */
  readonly size: number;
  scan(request: ScanRequest): Promise<RankedRows>;
}

/** Searches in the calling thread, which waits for it: a hundred thousand rows take less than a millisecond. */
export const inThisThread: SearchWorkers = {
  size: 1,
  scan: async (request) => answerScan(request),
};

export interface SearchThreads extends SearchWorkers {
  close(): Promise<void>;
}

/** @param options.workers threads; by default as many as the machine has cores. */
export function openSearchThreads(options: { workers?: number } = {}): SearchThreads {
  const size = Math.max(1, options.workers ?? availableParallelism());
  const pool = openWorkerPool<ScanRequest, RankedRows>(new URL('./worker.ts', import.meta.url), size);
  return { size, scan: (request) => pool.run(request), close: () => pool.close() };
}
