export { type Consolidation, consolidate } from './consolidation/consolidate.ts';
export { type FingerprintEngine, openFingerprintEngine } from './engine/engine.ts';
export {
  type EvaluationOptions,
  evaluateFingerprints,
  type FingerprintEvaluation,
  type FingerprintFigures,
  type LabelledPrint,
} from './evaluate.ts';
export { evaluateSearch, type SearchEvaluation } from './evaluate-search.ts';
export { extract } from './extraction/extract.ts';
export {
  type FingerView,
  type InterchangePrint,
  type InterchangeStandard,
  type MinutiaRecord,
  readRecord,
  toPrints,
  toRecord,
  writeRecord,
} from './interchange/index.ts';
export { thresholds } from './matching/calibration.ts';
export { matchFingerprints } from './matching/match.ts';
export { type FiguresOverSets, figuresOverSets, type PooledRates, poolRates } from './over-sets.ts';
export type { FingerCandidate, FingerGallery } from './search/finger-gallery.ts';
export { fingerprintEngineId } from './template/engine-id.ts';
export { packTemplate, unpackTemplate } from './template/packed.ts';
export type { HeldOutScores } from './training/cross-validate.ts';
export type { TrainingSet } from './training/observe.ts';
export { lookAt } from './training/observe-quality.ts';
export { leastStrangers, type Training, train } from './training/train.ts';
export { type QualityTraining, trainQuality } from './training/train-quality.ts';
export type {
  Extraction,
  ExtractionRefusal,
  FingerprintTemplate,
  GreyImage,
  Minutia,
  MinutiaKind,
  PrintAdvice,
  SingularPoint,
} from './types.ts';
