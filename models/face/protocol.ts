/* What passes between the engine and its worker threads, beside the messages every thread knows (thread.ts). */
import type { EmbedOptions, FaceTemplating } from './embedding.ts';
import type { Guidance } from './guidance.ts';
import type { RgbImage } from './image.ts';
import type { WeightList } from './weights.ts';

/** Told to a worker at birth. */
export interface WorkerStart {
  readonly folder: string;
  readonly list: WeightList;
}

export type FaceTask =
  | { readonly task: 'guide'; readonly image: RgbImage }
  | { readonly task: 'embed'; readonly image: RgbImage; readonly options: EmbedOptions };

export type FaceResult = Guidance | FaceTemplating;
