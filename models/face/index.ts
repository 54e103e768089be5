export { builtInModel } from './embedders/built-in.ts';
export type { EmbedOptions, FaceTemplating } from './embedding.ts';
export { type FaceEngine, type FaceEngineOptions, openFaceEngine } from './engine.ts';
export type { FaceEnrolling, LeftOut } from './enrol.ts';
export {
  evaluateFaces,
  type FaceEvaluation,
  type FaceEvaluationOptions,
  type LabelledPhoto,
} from './evaluate.ts';
export { type EnrollingFigures, evaluateEnrolling } from './evaluate-enrolling.ts';
export type { Guidance } from './guidance.ts';
export type { FaceBox, FaceSighting, Point, RgbImage } from './image.ts';
export { type BackEndName, backEnds } from './nets/back-end.ts';
export type { RunningOn } from './protocol.ts';
export { adviceOf, type FaceHint } from './quality/advice.ts';
export type { FaceMeasures } from './quality/measures.ts';
export type { FaceQuality, QualityMeasure } from './quality/quality.ts';
export type { QualityPhoto } from './quality/training/observe-quality.ts';
export { type FaceQualityTraining, trainFaceQuality } from './quality/training/train-quality.ts';
export { cosine, type FaceThresholds, faceScore } from './scores.ts';
export { thumbnailCrop, tokenCrop } from './token-crop.ts';
export { FaceEngineRefused } from './weights.ts';
