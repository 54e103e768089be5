import type { CompareRequest, RateRequest } from '../search/requests.ts';
import type { Extraction, GreyImage } from '../types.ts';

/* What the engine asks of its workers. A gallery is shared memory; only what to do with it travels. */

export type EngineRequest =
  | { readonly kind: 'extract'; readonly image: GreyImage }
  | RateRequest
  | CompareRequest;

export type EngineValue = Extraction | Uint16Array | Float32Array;
