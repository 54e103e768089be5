/** The signed QR card: written, read and verified without a network. */
export { isCardNumber, withCheckDigit } from './card-number.ts';
export {
  type CardReading,
  type CardWriting,
  type Dialect,
  dialects,
  encodeCard,
  readCard,
} from './card-text.ts';
export { CardClaims, PhotoFormat } from './claims.ts';
export {
  Confidential,
  type ConfidentialOpening,
  openConfidential,
  sealConfidential,
} from './confidential.ts';
export { type ContentKey, contentKey } from './cose-encrypt0.ts';
export type { Algorithm, CardSigner } from './cose-sign1.ts';
export { deviceKid } from './device-kid.ts';
export { type Identity169, type IdentityReading, readIdentity169 } from './identity169.ts';
export { KeyList, KeyListEntry, type KeyListOpening, openKeyList, signKeyList } from './key-list.ts';
export {
  type OpenedStatusList,
  openStatusList,
  type Standing,
  type StatusListContent,
  type StatusListOpening,
  signStatusList,
} from './status-list.ts';
export { readToken, type Token, type TokenReading } from './token.ts';
export { type Trust, type Verdict, verifyCard, verifyCardByKey } from './verify.ts';
