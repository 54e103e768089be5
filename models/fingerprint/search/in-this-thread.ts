import type { SearchWorkers } from './finger-gallery.ts';
import { answerCompare, answerRate } from './requests.ts';

/** Searches in the calling thread, on one core: for measuring, and as what threads are tested against. */
export const inThisThread: SearchWorkers = {
  size: 1,
  rate: async (request) => answerRate(request),
  compare: async (request) => answerCompare(request),
};
