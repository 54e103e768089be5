import { createHash, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, FlattenedEncrypt, FlattenedSign, importJWK, type JWK } from 'jose';
import { bundleOf } from './bundle.ts';
import { packContent } from './content.ts';
import { envelopeHeader, type SignedContent, writeEnvelope, writeSigned } from './envelope.ts';
import { type CardNotice, packNotice } from './notice.ts';
import type { BiometricPart, EnrolmentRecord } from './record.ts';

/*
 * The seals of a packet. The device signs the content: JWS (RFC 7515) with an unencoded, detached payload
 * (RFC 7797), which names in `aud` the central it is meant for, so that nobody can re-encrypt it to another. Then
 * content and signature are encrypted to central: JWE (RFC 7516) ECDH-ES+A256KW on P-256, A256GCM. Who carries a
 * packet learns nothing, not even which device sent it.
 */

export const agreement = 'ECDH-ES+A256KW';
export const cipher = 'A256GCM';
export const packetType = 'enrolment-packet';

export interface SealingKeys {
  /** Ed25519 or P-256; `kid` in hexadecimal. */
  readonly device: { readonly kid: string; readonly privateKey: KeyObject };
  /** Central's P-256 encryption public key. */
  readonly central: JWK;
}

export interface SealedPacket {
  /** Hexadecimal SHA-256 of the bytes. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The hexadecimal SHA-256 of a packet's bytes. */
export const packetId = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Signs and encrypts what became of a card. */
export async function sealNotice(notice: CardNotice, keys: SealingKeys): Promise<SealedPacket> {
  return seal(packNotice(notice), keys);
}

/** Signs and encrypts an enrolment. The same enrolment sealed twice gives two packets with different ids. */
export async function sealPacket(
  record: EnrolmentRecord,
  biometrics: BiometricPart,
  keys: SealingKeys,
): Promise<SealedPacket> {
  return seal(packContent({ record, biometrics, bundle: bundleOf(record) }), keys);
}

async function seal(content: Uint8Array, { device, central }: SealingKeys): Promise<SealedPacket> {
  const audience = await calculateJwkThumbprint(central);
  const signed = writeSigned(await sign(content, device, audience));
  const jwe = await new FlattenedEncrypt(signed)
    .setProtectedHeader({ alg: agreement, enc: cipher, typ: packetType, kid: audience })
    .setAdditionalAuthenticatedData(envelopeHeader)
    .encrypt(await importJWK(central, agreement));
  const bytes = writeEnvelope(jwe);
  return { id: packetId(bytes), bytes };
}

async function sign(
  content: Uint8Array,
  { kid, privateKey }: SealingKeys['device'],
  audience: string,
): Promise<SignedContent> {
  const alg = privateKey.asymmetricKeyType === 'ed25519' ? 'EdDSA' : 'ES256';
  const jws = await new FlattenedSign(content)
    .setProtectedHeader({ alg, kid, typ: packetType, aud: audience, b64: false, crit: ['b64'] })
    .sign(privateKey);
  return { protected: jws.protected ?? '', signature: jws.signature, content };
}
