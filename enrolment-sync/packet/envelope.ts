import { decode, encode } from 'cborg';
import { base64url, type FlattenedJWE } from 'jose';
import { z } from 'zod';

/*
 * A packet's outermost bytes: four letters and a version, then the five parts of a flattened JWE (RFC 7516) as
 * CBOR byte strings. Base64url of the parts gives the JWE back, so any JOSE library can open it, yet the packet is
 * a quarter smaller. The header is the JWE's additional authenticated data: it cannot be changed unseen.
 */

const magic = new TextEncoder().encode('HCEP');
const version = 1;

/** The bytes before the CBOR. */
export const envelopeHeader = Uint8Array.of(...magic, version);

const part = z.instanceof(Uint8Array);
const Parts = z.strictObject({ protected: part, key: part, iv: part, ciphertext: part, tag: part });
const Sealed = z.strictObject({ protected: part, signature: part, content: part });

/** The bytes that leave the kiosk. Throws on a JWE that lacks a part. */
export function writeEnvelope(jwe: FlattenedJWE): Uint8Array {
  const { protected: header, encrypted_key, iv, ciphertext, tag } = jwe;
  if (!header || !encrypted_key || !iv || !tag) throw new TypeError('the JWE lacks a part');
  const body = encode({
    protected: base64url.decode(header),
    key: base64url.decode(encrypted_key),
    iv: base64url.decode(iv),
    ciphertext: base64url.decode(ciphertext),
    tag: base64url.decode(tag),
  });
  return Buffer.concat([envelopeHeader, body]);
}

/** The JWE in an envelope; null when the bytes are not a packet of this version. */
export function readEnvelope(bytes: Uint8Array): FlattenedJWE | null {
  const header = bytes.subarray(0, envelopeHeader.length);
  if (Buffer.compare(header, envelopeHeader) !== 0) return null;
  const parts = Parts.safeParse(tryDecode(bytes.subarray(envelopeHeader.length)));
  if (!parts.success) return null;
  return {
    protected: base64url.encode(parts.data.protected),
    encrypted_key: base64url.encode(parts.data.key),
    iv: base64url.encode(parts.data.iv),
    ciphertext: base64url.encode(parts.data.ciphertext),
    tag: base64url.encode(parts.data.tag),
    aad: base64url.encode(header),
  };
}

/** A detached JWS with what it signs, as it lies inside the encryption. */
export interface SignedContent {
  readonly protected: string;
  readonly signature: string;
  readonly content: Uint8Array;
}

export function writeSigned(signed: SignedContent): Uint8Array {
  return encode({
    protected: base64url.decode(signed.protected),
    signature: base64url.decode(signed.signature),
    content: signed.content,
  });
}

export function readSigned(bytes: Uint8Array): SignedContent | null {
  const parsed = Sealed.safeParse(tryDecode(bytes));
  if (!parsed.success) return null;
  const { protected: header, signature, content } = parsed.data;
  return { protected: base64url.encode(header), signature: base64url.encode(signature), content };
}

function tryDecode(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, { rejectDuplicateMapKeys: true });
  } catch {
    return null;
  }
}
