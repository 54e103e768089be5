import { parentPort } from 'node:worker_threads';
import type { Reply } from '#models/worker-pool/index.ts';
import { extract } from '../extraction/extract.ts';
import { answerCompare, answerRate } from '../search/requests.ts';
import type { EngineRequest, EngineValue } from './requests.ts';

/* One worker thread of the engine. */

function answer(request: EngineRequest): EngineValue {
  if (request.kind === 'extract') return extract(request.image);
  return request.kind === 'rate' ? answerRate(request) : answerCompare(request);
}

parentPort?.on('message', (request: EngineRequest) => {
  let reply: Reply<EngineValue>;
  try {
    reply = { value: answer(request) };
  } catch (error) {
    reply = { error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(reply);
});
