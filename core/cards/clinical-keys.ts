import { z } from 'zod';
import type { Database } from '#core/storage/database.ts';
import { readMeta, writeMeta } from '#core/storage/meta.ts';
import { type ContentKey, contentKey } from '#health-card/index.ts';

/*
 * The programme's clinical keys: AES-256 secrets shared by the kiosks that may see clinical details on a card. They live
 * in the encrypted database alone. The newest encrypts; the older ones still open cards made before.
 */

export interface ClinicalKeys {
  /** The newest first. */
  all(): readonly ContentKey[];
  /** Takes a key (32 bytes) and makes it the one that encrypts. */
  add(secret: Uint8Array): void;
}

const Stored = z.array(z.base64url());
const name = 'clinical-keys';

export function openClinicalKeys(db: Database): ClinicalKeys {
  const stored = () => readMeta(db, name, Stored) ?? [];
  let keys = stored().map(keyOf);
  return {
    all: () => keys,
    add(secret) {
      const text = Buffer.from(secret).toString('base64url');
      writeMeta(db, name, [text, ...stored().filter((other) => other !== text)]);
      keys = stored().map(keyOf);
    },
  };
}

const keyOf = (text: string) => contentKey(new Uint8Array(Buffer.from(text, 'base64url')));

/** A symmetric JWK (RFC 7518, 6.4) of 256 bits. */
export const ClinicalJwk = z
  .object({ kty: z.literal('oct'), k: z.base64url() })
  .transform(({ k }) => new Uint8Array(Buffer.from(k, 'base64url')))
  .refine(({ length }) => length === 32, { error: 'length' });
