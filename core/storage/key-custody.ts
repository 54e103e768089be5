import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { type Refused, refuse } from '#core/refusals/codes.ts';

/*
 * Key custody: the database's key is 32 random bytes that never stand on disk in clear. Somebody wraps them:
 * the operating system's key store (electron/), or a passphrase (here): argon2id makes a key of the
 * passphrase, AES-256-GCM wraps. A wrong passphrase fails the tag, which is how it is noticed.
 */

export interface KeyCustody {
  /** Names the way of wrapping; written beside the wrapped key. */
  readonly kind: string;
  wrap(fileKey: Uint8Array): Promise<string>;
  unwrap(wrapped: string): Promise<Uint8Array | Refused>;
}

const Wrapped = z.object({
  salt: z.base64(),
  iv: z.base64(),
  tag: z.base64(),
  key: z.base64(),
  memoryKib: z
    .int()
    .min(8)
    .max(1 << 20),
  passes: z.int().min(1).max(20),
});

/** OWASP's second profile for argon2id: 19 MiB, two passes. */
const cost = { memoryKib: 19_456, passes: 2 };

/** Custody by a passphrase: for the browser shell and the command line. */
export function passphraseCustody(passphrase: string): KeyCustody {
  return {
    kind: 'passphrase',
    wrap: (fileKey) => wrap(passphrase, fileKey),
    unwrap: (wrapped) => unwrap(passphrase, wrapped),
  };
}

async function wrap(passphrase: string, fileKey: Uint8Array): Promise<string> {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt, cost), iv);
  const key = Buffer.concat([cipher.update(fileKey), cipher.final()]);
  const wrapped = { salt, iv, tag: cipher.getAuthTag(), key };
  const text = Object.fromEntries(
    Object.entries(wrapped).map(([name, bytes]) => [name, bytes.toString('base64')]),
  );
  return JSON.stringify({ ...text, ...cost });
}

async function unwrap(passphrase: string, text: string): Promise<Uint8Array | Refused> {
  const wrapped = Wrapped.parse(JSON.parse(text));
  const bytes = (value: string) => Buffer.from(value, 'base64');
  const kek = await stretch(passphrase, bytes(wrapped.salt), wrapped);
  const decipher = createDecipheriv('aes-256-gcm', kek, bytes(wrapped.iv)).setAuthTag(bytes(wrapped.tag));
  try {
    return Buffer.concat([decipher.update(bytes(wrapped.key)), decipher.final()]);
  } catch {
    return refuse('wrong-passphrase');
  }
}

function stretch(
  passphrase: string,
  salt: Uint8Array,
  { memoryKib, passes }: typeof cost,
): Promise<Uint8Array> {
  return argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: memoryKib,
    iterations: passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
}
