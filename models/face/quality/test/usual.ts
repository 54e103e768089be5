import type { FaceMeasures } from '../measures.ts';

/** What a usual good photo measures, for tests. */
export const usual: FaceMeasures = {
  yaw: 0,
  pitch: 0,
  roll: 0,
  span: 100,
  black: 0,
  white: 0,
  evenness: 0.9,
  sharpness: 40,
  eyeOpening: 1,
  eyeDetail: 0.25,
  mouthDetail: 0.08,
  eyeDistance: 60,
  size: 0.3,
  margin: 1,
  company: 0,
  stability: 0.994,
};
