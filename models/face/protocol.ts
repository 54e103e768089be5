/* What passes between the engine and its worker threads, beside the messages every thread knows (thread.ts). */
import type { SiteRecogniser } from './embedders/declaration.ts';
import type { EmbedOptions, FaceTemplating } from './embedding.ts';
import type { Guidance } from './guidance.ts';
import type { RgbImage } from './image.ts';
import type { Observation } from './liveness/observe.ts';
import type { BackEndName } from './nets/back-end.ts';
import type { WeightList } from './weights.ts';

/** Told to a worker at birth. */
export interface WorkerStart {
  /** Back ends to try, in this order. */
  readonly among: readonly BackEndName[];
  readonly folder: string;
  readonly list: WeightList;
  /** Used instead of the built-in recogniser. */
  readonly recogniser: SiteRecogniser | null;
}

/** What runs the nets, and why nothing faster does. */
export interface RunningOn {
  readonly backEnd: BackEndName;
  readonly passedOver: readonly string[];
}

export type FaceTask =
  | { readonly task: 'running-on' }
  | { readonly task: 'guide'; readonly image: RgbImage }
  | { readonly task: 'observe'; readonly image: RgbImage }
  | { readonly task: 'embed'; readonly image: RgbImage; readonly options: EmbedOptions };

export type FaceResult = RunningOn | Guidance | Observation | FaceTemplating;
