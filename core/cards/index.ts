export { type Card, type Cards, type FaceOnCard, openCards } from './cards.ts';
export { ClinicalJwk, type ClinicalKeys, openClinicalKeys } from './clinical-keys.ts';
export { type DeviceKey, openDeviceKey } from './device-key.ts';
export { type CardForm, cardForms, drawCardOf } from './draw-card-of.ts';
export { type CardFace, defaultTemplate, drawCard } from './face/index.ts';
export { makeNewCard, takeCardBack } from './lost.ts';
export { lowWater, type Numbers, openNumbers } from './numbers.ts';
export { rasterise, readQr } from './reading/index.ts';
export { drawSpecimen } from './specimen.ts';
export {
  giveUpPrint,
  openPrintJobs,
  openSpool,
  type PrintJobRow,
  type PrintJobs,
  requestPrint,
  retryPrint,
  type Spool,
  type SpoolTiming,
  scanBack,
  tellOutcome,
} from './spool/index.ts';
export { openTrustStore, type TrustStore } from './trust.ts';
export { verdictOf } from './verdict-refusals.ts';
export { withdrawnCards } from './withdrawn.ts';
export type { FaceForCard } from './write-card.ts';
