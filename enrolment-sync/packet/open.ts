import { createPublicKey, type KeyObject } from 'node:crypto';
import {
  calculateJwkThumbprint,
  decodeProtectedHeader,
  exportJWK,
  flattenedDecrypt,
  flattenedVerify,
} from 'jose';
import { type PacketContent, unpackContent } from './content.ts';
import { readEnvelope, readSigned, type SignedContent } from './envelope.ts';
import { type CardNotice, unpackNotice } from './notice.ts';
import { agreement, cipher, packetType } from './seal.ts';

export interface OpeningKeys {
  /** P-256. */
  readonly centralPrivateKey: KeyObject;
  /** The public key of a device that may send; null when there is none by that id. */
  deviceKey(kid: string): KeyObject | null | Promise<KeyObject | null>;
}

export type RefusedPacket =
  | 'not-a-packet'
  | 'unknown-device'
  | 'bad-signature'
  | 'cannot-decrypt'
  | 'malformed';

export type PacketOpening =
  | ({ readonly outcome: 'opened'; readonly kid: string } & PacketContent)
  | { readonly outcome: 'notice'; readonly kid: string; readonly notice: CardNotice }
  | { readonly outcome: 'refused'; readonly reason: RefusedPacket };

const signatureAlgorithms = ['EdDSA', 'Ed25519', 'ES256'];

/** Decrypts and verifies a packet, and reads what is in it; refused with the reason. Never throws for the bytes. */
export async function openPacket(bytes: Uint8Array, keys: OpeningKeys): Promise<PacketOpening> {
  const jwe = readEnvelope(bytes);
  if (!jwe) return refused('not-a-packet');
  const decrypted = await flattenedDecrypt(jwe, keys.centralPrivateKey, {
    keyManagementAlgorithms: [agreement],
    contentEncryptionAlgorithms: [cipher],
  }).catch(() => null);
  if (!decrypted) return refused('cannot-decrypt');
  const signed = readSigned(decrypted.plaintext);
  const kid = signed && kidOf(signed);
  if (!signed || !kid) return refused('malformed');
  const deviceKey = await keys.deviceKey(kid);
  if (!deviceKey) return refused('unknown-device');
  if (!(await isSignedForUs(signed, deviceKey, keys.centralPrivateKey))) return refused('bad-signature');
  const notice = unpackNotice(signed.content);
  if (notice) return { outcome: 'notice', kid, notice };
  const content = unpackContent(signed.content);
  return content ? { outcome: 'opened', kid, ...content } : refused('malformed');
}

async function isSignedForUs(
  { content: payload, ...jws }: SignedContent,
  deviceKey: KeyObject,
  ownKey: KeyObject,
): Promise<boolean> {
  const options = { algorithms: signatureAlgorithms, crit: { b64: true } };
  const verified = await flattenedVerify({ ...jws, payload }, deviceKey, options).catch(() => null);
  const header = verified?.protectedHeader;
  const audience = await calculateJwkThumbprint(await exportJWK(createPublicKey(ownKey)));
  return header?.typ === packetType && header.b64 === false && header['aud'] === audience;
}

function kidOf(signed: SignedContent): string | null {
  try {
    return decodeProtectedHeader({ protected: signed.protected }).kid ?? null;
  } catch {
    return null;
  }
}

const refused = (reason: RefusedPacket) => ({ outcome: 'refused', reason }) as const;
