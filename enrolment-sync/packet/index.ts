/** What leaves the kiosk, and how kiosk and central speak. */
export { bundleOf, withPhoto } from './bundle.ts';
export type { PacketContent } from './content.ts';
export {
  nonceLifetime,
  type RequestParts,
  type RequestVerification,
  type SigningDevice,
  signRequest,
  verifyRequest,
} from './http-signature.ts';
export { CardNotice } from './notice.ts';
export { type OpeningKeys, openPacket, type PacketOpening, type RefusedPacket } from './open.ts';
export {
  CentralRefusal,
  Lease,
  LeasePurpose,
  LeaseRequest,
  Lists,
  largestPacket,
  PacketAnswer,
  PublicJwk,
  Registration,
  RegistrationRequest,
  routes,
} from './protocol.ts';
export { openReceipt, Receipt, signReceipt } from './receipt.ts';
export { type BiometricPart, CardNumber, EnrolmentRecord, PacketCard, RevocationReason } from './record.ts';
export { packetId, type SealedPacket, type SealingKeys, sealNotice, sealPacket } from './seal.ts';
