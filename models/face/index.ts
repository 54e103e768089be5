export {
  type ErrorKind,
  type FaceGroup,
  facesByGroup,
  type GroupRates,
  type PhotoGroups,
  promisedFmr,
} from './by-group.ts';
export type { FacePair, TemplatedPhoto } from './comparisons.ts';
export { builtInModel } from './embedders/built-in.ts';
export type { EmbedOptions, FaceTemplating } from './embedding.ts';
export { type FaceEngine, type FaceEngineOptions, openFaceEngine } from './engine.ts';
export type { FaceEnrolling, LeftOut } from './enrol.ts';
export {
  evaluateFaces,
  type FaceEvaluation,
  type FaceEvaluationOptions,
  type FaceFigures,
  type LabelledPhoto,
} from './evaluate.ts';
export { type EnrollingFigures, evaluateEnrolling } from './evaluate-enrolling.ts';
export type { Guidance } from './guidance.ts';
export type { FaceBox, FaceSighting, Point, RgbImage } from './image.ts';
export {
  advance,
  type Challenge,
  type ChallengeFailure,
  type FailedChallenge,
  isOfChallenge,
  type Movement,
  newChallenge,
  type Prompt,
  promptOf,
  type RunningChallenge,
} from './liveness/challenge.ts';
export type { Observation } from './liveness/observe.ts';
export { type BackEndName, backEnds } from './nets/back-end.ts';
export type { RunningOn } from './protocol.ts';
export { adviceOf, type FaceHint } from './quality/advice.ts';
export type { FaceMeasures } from './quality/measures.ts';
export { meritOf } from './quality/merit.ts';
export { observeQuality, type QualityPhoto } from './quality/observe-quality.ts';
export type { FaceQuality, QualityMeasure } from './quality/quality.ts';
export { type QualityGroup, qualityByGroup } from './quality/quality-by-group.ts';
export { type FaceQualityTraining, trainFaceQuality } from './quality/training/train-quality.ts';
export { type Worsening, worsenings } from './quality/worsenings.ts';
export { cosine, type FaceThresholds, faceScore } from './scores.ts';
export { thumbnailCrop, tokenCrop } from './token-crop.ts';
export { FaceEngineRefused } from './weights.ts';
