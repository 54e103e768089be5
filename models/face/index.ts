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
export type { FaceHint, Guidance } from './guidance.ts';
export type { FaceBox, FaceSighting, Point, RgbImage } from './image.ts';
export {
  advance,
  type Challenge,
  type ChallengeFailure,
  isOfChallenge,
  type Movement,
  newChallenge,
  promptOf,
} from './liveness/challenge.ts';
export type { Observation } from './liveness/observe.ts';
export { type BackEndName, backEnds } from './nets/back-end.ts';
export type { RunningOn } from './protocol.ts';
export type { FaceQuality, QualityMeasure } from './quality.ts';
export { cosine, type FaceThresholds, faceScore } from './scores.ts';
export { tokenCrop } from './token-crop.ts';
export { FaceEngineRefused } from './weights.ts';
