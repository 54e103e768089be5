import { parentPort } from 'node:worker_threads';
import type { Reply } from '#models/worker-pool/index.ts';
import type { RankedRows } from './ranking.ts';
import { answerScan, type ScanRequest } from './scan.ts';

/* One thread of a search. */

parentPort?.on('message', (request: ScanRequest) => {
  let reply: Reply<RankedRows>;
  try {
    reply = { value: answerScan(request) };
  } catch (error) {
    reply = { error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(reply);
});
