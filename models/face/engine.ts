import { builtInModel } from './embedders/built-in.ts';
import { listedRecogniser, modelOf, type SiteRecogniser } from './embedders/declaration.ts';
import type { EmbedOptions, FaceTemplating } from './embedding.ts';
import { enrolled, type FaceEnrolling } from './enrol.ts';
import type { Guidance } from './guidance.ts';
import { isSound, type RgbImage } from './image.ts';
import type { Observation } from './liveness/observe.ts';
import { type BackEndName, backEnds } from './nets/back-end.ts';
import { openPool } from './pool.ts';
import type { FaceResult, FaceTask, RunningOn, WorkerStart } from './protocol.ts';
import { type FaceThresholds, faceScore, thresholdsOf } from './scores.ts';
import { FaceEngineRefused, listedWeights, packagedWeights, type WeightList } from './weights.ts';

export interface FaceEngine {
  /** Names nets and pipeline: templates of another id are never compared with these. */
  readonly id: string;
  /** Numbers in a template. */
  readonly dimensions: number;
  readonly thresholds: FaceThresholds;
  readonly runningOn: RunningOn;
  /** Looks at one live frame and says what the person should do next. */
  guide(frame: RgbImage): Promise<Guidance>;
  /** One still to one template. Rejects, like `guide`, on an image whose sizes and bytes disagree, or a crash. */
  embed(image: RgbImage, options?: EmbedOptions): Promise<FaceTemplating>;
  /** The worth of a cosine between two templates of this engine, decibels 0..60. */
  score(cosine: number): number;
  /**
   * Several stills or frames of one person to one template, each weighed by its quality. One that `embed` would refuse is
   * left out; all must be as like the others as a candidate is. Rejects as `embed` does.
   */
  enrol(images: readonly RgbImage[]): Promise<FaceEnrolling>;
  /**
   * Looks at one frame of a challenge (`liveness/`), as the camera gives it, not mirrored. The nets for it are loaded and
   * checked at the first frame; rejects also when they are not as they should be.
   */
  observe(frame: RgbImage): Promise<Observation>;
  close(): Promise<void>;
}

export interface FaceEngineOptions {
  /** Worker threads; 1 unless told. */
  readonly workers?: number;
  /** Other weights than those of the package, and their list of SHA-256. They must give the same vectors. */
  readonly weights?: { readonly folder: string; readonly list: WeightList };
  /** The recogniser to use; unless told, that of `models/weights.json`, and the built-in one where it names none. */
  readonly recogniser?: SiteRecogniser | null;
  /** The back ends to try, in this order; all unless told, the fastest first. */
  readonly backEnds?: readonly BackEndName[];
}

/**
 * Opens the face engine. Each worker checks the weights' SHA-256 and judges a known picture before it may work.
 * @throws FaceEngineRefused when either is not as it should be
 */
export async function openFaceEngine(options: FaceEngineOptions = {}): Promise<FaceEngine> {
  const { workers = 1, weights = { folder: packagedWeights(), list: listedWeights } } = options;
  const { recogniser = listedRecogniser() } = options;
  const { id, dimensions, calibration } = recogniser ? modelOf(recogniser) : builtInModel;
  const start: WorkerStart = { ...weights, among: options.backEnds ?? backEnds, recogniser };
  const script = new URL('./worker.ts', import.meta.url);
  const refusal = (reason: string) => new FaceEngineRefused(reason);
  const pool = await openPool<FaceTask, FaceResult>({ script, start, refusal }, workers);

  const runningOn = await pool.run({ task: 'running-on' });
  if (!('backEnd' in runningOn)) throw new Error('the worker answered another question');

  const thresholds = thresholdsOf(calibration);
  const embed = async (image: RgbImage, options: EmbedOptions = {}) => {
    const result = await pool.run({ task: 'embed', image: sound(image), options });
    if ('outcome' in result) return result;
    throw new Error('the worker answered another question');
  };

  return {
    id,
    dimensions,
    thresholds,
    runningOn,
    embed,
    async enrol(images) {
      const templatings = await Promise.all(images.map((image) => embed(image)));
      return enrolled(templatings, thresholds.candidate);
    },
    score: (cosine) => faceScore(cosine, calibration),
    async guide(frame) {
      const result = await pool.run({ task: 'guide', image: sound(frame) });
      if ('hint' in result) return result;
      throw new Error('the worker answered another question');
    },
    async observe(frame) {
      const result = await pool.run({ task: 'observe', image: sound(frame) });
      if ('seen' in result) return result;
      throw new Error('the worker answered another question');
    },
    close: () => pool.close(),
  };
}

/** Only what the nets need crosses to the worker. */
function sound(image: RgbImage): RgbImage {
  if (!isSound(image)) throw new RangeError('the image has other bytes than its size needs');
  return { width: image.width, height: image.height, pixels: image.pixels };
}
