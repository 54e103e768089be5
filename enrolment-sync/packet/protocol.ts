import { z } from 'zod';
import { KeyListEntry } from '#health-card/index.ts';

/*
 * What kiosk and central say to each other over HTTP, so that both sides check by the same schemas. Bodies are
 * JSON, but for packets, which go as they are. All but registration and the lists are signed by the device
 * (http-signature.ts).
 */

export const routes = {
  devices: '/v1/devices',
  packets: '/v1/packets',
  lists: '/v1/lists',
  leases: '/v1/leases',
} as const;

/** Bytes; a packet with ten full-size prints stays well below. */
export const largestPacket = 24 * 1024 * 1024;

/** An Ed25519 or P-256 public key. */
export const PublicJwk = KeyListEntry.shape.publicKey;

/** A block of card numbers, each to be used once or burnt. */
export const Lease = z
  .object({
    /** First and last payload: eleven digits, without the check digit. */
    start: z.int().min(10_000_000_000).max(99_999_999_999),
    end: z.int().min(10_000_000_000).max(99_999_999_999),
    /** Status list index of `start`; the others follow in step. */
    statusStart: z.int().min(0),
    leasedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .refine(({ start, end }) => start <= end, { error: 'start-after-end' });
export type Lease = z.infer<typeof Lease>;

/** Numbers for every day, or the reserve that a kiosk falls back to when those have run out far from any network. */
export const LeasePurpose = z.enum(['ordinary', 'emergency']);
export type LeasePurpose = z.infer<typeof LeasePurpose>;

export const RegistrationRequest = z.object({
  /** The one-time code that central gave for this device. */
  code: z.string().min(8).max(64),
  publicKey: PublicJwk,
});

export const Registration = z.object({
  deviceId: z.string().min(1),
  /** Hexadecimal id of the device's key: in cards, packets and signed requests. */
  kid: z.string().regex(/^[0-9a-f]{16}$/),
  /** P-256: packets are encrypted to it. */
  encryptionKey: PublicJwk,
  /** Signs receipts. */
  receiptKey: PublicJwk,
  /** Signs the key list and the status list. */
  rootKey: PublicJwk,
  issuer: z.string().min(1),
  statusListUri: z.string().min(1),
  lease: Lease,
  /** The kiosk's reserve of numbers; a central of before gives none. */
  emergency: Lease.optional(),
});
export type Registration = z.infer<typeof Registration>;

/** How many numbers the kiosk would like; central may give fewer. */
export const LeaseRequest = z.object({
  count: z.int().min(1).max(10_000).default(1000),
  purpose: LeasePurpose.default('ordinary'),
});

export const Lists = z.object({
  /** Compact JWS, see health-card/key-list.ts. */
  keyList: z.string().min(1),
  /** Status list CWT, base64url. */
  statusList: z.base64url().min(1),
});
export type Lists = z.infer<typeof Lists>;

/** The signed receipt for a packet (receipt.ts). */
export const PacketAnswer = z.object({ receipt: z.string().min(1) });

/** Why central did not do what was asked. `now` is central's time, for a kiosk whose clock is wrong. */
export const CentralRefusal = z.object({
  error: z.enum([
    'bad-request',
    'too-large',
    'unknown-code',
    'unsigned',
    'unknown-device',
    'device-revoked',
    'bad-signature',
    'stale',
    'replayed',
  ]),
  now: z.iso.datetime(),
});
export type CentralRefusal = z.infer<typeof CentralRefusal>;
