export {
  type FaceGroup,
  facesByGroup,
  type GroupRates,
  type PhotoGroups,
  promisedFmr,
} from './by-group.ts';
export type { FacePair, TemplatedPhoto } from './comparisons.ts';
export type { EmbedOptions, FaceTemplating } from './embedding.ts';
export { ENGINE_ID, type FaceEngine, type FaceEngineOptions, openFaceEngine } from './engine.ts';
export {
  evaluateFaces,
  type FaceEvaluation,
  type FaceEvaluationOptions,
  type FaceFigures,
  type LabelledPhoto,
} from './evaluate.ts';
export type { FaceHint, Guidance } from './guidance.ts';
export type { FaceBox, FaceSighting, Point, RgbImage } from './image.ts';
export { type BackEndName, backEnds } from './nets/back-end.ts';
export type { RunningOn } from './protocol.ts';
export type { FaceQuality, QualityMeasure } from './quality.ts';
export { cosine, faceScore, faceThresholds } from './scores.ts';
export { tokenCrop } from './token-crop.ts';
export { FaceEngineRefused } from './weights.ts';
