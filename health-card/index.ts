/** The signed QR card: written, read and verified without a network. */
export { isCardNumber, withCheckDigit } from './card-number.ts';
export { type CardReading, encodeCard, readCard } from './card-text.ts';
export { CardClaims } from './claims.ts';
export type { Algorithm, CardSigner } from './cose-sign1.ts';
export { deviceKid } from './device-kid.ts';
export { KeyList, KeyListEntry, type KeyListOpening, openKeyList, signKeyList } from './key-list.ts';
export {
  type OpenedStatusList,
  openStatusList,
  type Standing,
  type StatusListContent,
  type StatusListOpening,
  signStatusList,
} from './status-list.ts';
export { type Trust, type Verdict, verifyCard } from './verify.ts';
