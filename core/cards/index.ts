export { type Card, type Cards, openCards } from './cards.ts';
export { type DeviceKey, openDeviceKey } from './device-key.ts';
export { type CardForm, cardForms, drawCardOf } from './draw-card-of.ts';
export { type Numbers, openNumbers } from './numbers.ts';
export { printCard, scanBack } from './printing.ts';
export { rasterise, readQr } from './reading/index.ts';
export { drawSpecimen } from './specimen.ts';
export { openTrustStore, type TrustStore } from './trust.ts';
export { withdrawnCards } from './withdrawn.ts';
