/** The kiosk's queue of sealed packets, and how it is sent. */
export {
  type CentralClient,
  type CentralClientOptions,
  createCentralClient,
  type Failure,
  registerDevice,
} from './client.ts';
export { type NewPacket, type Outbox, openOutbox, type WaitingPacket } from './outbox.ts';
export { outboxSchema } from './schema.ts';
export { type SyncOptions, type SyncOutcome, syncOnce, type VerifiedReceipt } from './sync.ts';
