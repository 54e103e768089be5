import { parentPort } from 'node:worker_threads';
import { extract } from '../extraction/extract.ts';
import { matchFingerprints } from '../matching/match.ts';
import { unpackTemplate } from '../template/packed.ts';
import type { EngineRequest, EngineValue } from './requests.ts';
import type { Reply } from './worker-pool.ts';

/* One worker thread of the engine. */

function answer(request: EngineRequest): EngineValue {
  if (request.kind === 'extract') return extract(request.image);
  const probe = unpackTemplate(request.probe);
  return Float32Array.from(request.gallery, (bytes) => {
    const candidate = unpackTemplate(bytes);
    return probe && candidate ? matchFingerprints(probe, candidate) : 0;
  });
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
