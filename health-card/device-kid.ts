import { createHash, type KeyObject } from 'node:crypto';

const KID_LENGTH = 8;

/** A device's key id: the first 8 bytes of the SHA-256 of its public key (SubjectPublicKeyInfo, DER). */
export function deviceKid(publicKey: KeyObject): Uint8Array {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return new Uint8Array(createHash('sha256').update(der).digest()).subarray(0, KID_LENGTH);
}
