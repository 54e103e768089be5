export { falseMatchRate, falseNonMatchRate } from './at-threshold.ts';
export { type CalibrationPoint, checkCalibration, promisedRate } from './calibration-check.ts';
export { type Comparison, poolScores, type Scores, scoresOf } from './comparison.ts';
export { type DetPoint, detCurve } from './det-curve.ts';
export { type Bins, histogram } from './histogram.ts';
export { mean } from './mean.ts';
export { type ErrorRates, errorRates, operatingPoints, quantile } from './metrics.ts';
export { candidatesOf, type Label, type Protocol, protocols } from './protocol.ts';
export { rankOne } from './rank-one.ts';
