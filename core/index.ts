export {
  ClinicalJwk,
  defaultTemplate,
  drawSpecimen,
  rasterise,
  readQr,
  verdictOf,
} from './cards/index.ts';
export { type Devices, openDevices } from './devices/open.ts';
export { templatePrint } from './enrolment/index.ts';
export { readCardPicture } from './identification/index.ts';
export { decodePhoto, decodePrint, encodePrint } from './images/index.ts';
export { type Kiosk, type KioskOptions, openKiosk } from './kiosk.ts';
export { demoSignIn } from './kiosk-view.ts';
export { isRefused, type RefusalCode, type Refused, refuse } from './refusals/codes.ts';
export { explain, preferredLanguage } from './refusals/explain.ts';
export { parseSite, readSite, Site, writeSite } from './site/site.ts';
export { type KeyCustody, passphraseCustody } from './storage/key-custody.ts';
