export { type Card, type Cards, type FaceOnCard, openCards } from './cards.ts';
export { ClinicalJwk, type ClinicalKeys, openClinicalKeys } from './clinical-keys.ts';
export { type DeviceKey, openDeviceKey } from './device-key.ts';
export { type Numbers, openNumbers } from './numbers.ts';
export { drawCardOf, printCard, scanBack } from './printing.ts';
export { rasterise, readQr } from './reading/index.ts';
export { openTrustStore, type TrustStore } from './trust.ts';
export { withdrawnCards } from './withdrawn.ts';
export type { FaceForCard } from './write-card.ts';
