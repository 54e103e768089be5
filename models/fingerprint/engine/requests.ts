import type { Extraction, GreyImage } from '../types.ts';

/* What the engine asks of its workers. Templates travel packed: a tenth of the bytes, and cheap to copy. */

export type EngineRequest =
  | { readonly kind: 'extract'; readonly image: GreyImage }
  | { readonly kind: 'score'; readonly probe: Uint8Array; readonly gallery: readonly Uint8Array[] };

export type EngineValue = Extraction | Float32Array;
