import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '#core/storage/database.ts';
import { readMeta, writeMeta } from '#core/storage/meta.ts';
import { deviceKid } from '#health-card/index.ts';

/** The kiosk's own Ed25519 key: it signs cards and packets, and never leaves the encrypted database. */
export interface DeviceKey {
  /** First eight bytes of the SHA-256 of the public key, hexadecimal. */
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const StoredKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
});

/** Reads the device key, or makes it on the first start. */
export function openDeviceKey(db: Database): DeviceKey {
  const stored = readMeta(db, 'device-key', StoredKey);
  const privateKey = stored
    ? createPrivateKey({ key: stored, format: 'jwk' })
    : generateKeyPairSync('ed25519').privateKey;
  if (!stored) writeMeta(db, 'device-key', privateKey.export({ format: 'jwk' }));
  const publicKey = createPublicKey(privateKey);
  return { kid: Buffer.from(deviceKid(publicKey)).toString('hex'), privateKey, publicKey };
}
