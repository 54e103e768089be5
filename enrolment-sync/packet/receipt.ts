import type { KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import { z } from 'zod';

const receiptType = 'enrolment-receipt';
const algorithm = 'EdDSA';
const packetId = z.string().regex(/^[0-9a-f]{64}$/);

/** Central's word on one packet, given after it is durable. */
export const Receipt = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('accepted'), packetId, personId: z.uuid(), at: z.iso.datetime() }),
  z.object({
    outcome: z.literal('duplicate-of'),
    packetId,
    personId: z.uuid(),
    /** The person whom central knew before; the packet is kept, and the new card is to be withdrawn. */
    duplicateOf: z.uuid(),
    at: z.iso.datetime(),
  }),
  z.object({
    outcome: z.literal('rejected'),
    packetId,
    /** Null when central could not read whom the packet is about. */
    personId: z.uuid().nullable(),
    reason: z.string().min(1),
    at: z.iso.datetime(),
  }),
]);
export type Receipt = z.infer<typeof Receipt>;

/** The receipt as a compact JWS, signed with Ed25519. */
export function signReceipt(receipt: Receipt, privateKey: KeyObject): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(receipt)))
    .setProtectedHeader({ alg: algorithm, typ: receiptType })
    .sign(privateKey);
}

/** The receipt in a JWS, if this key of central's signed it; null for anything else. Never throws. */
export async function openReceipt(jws: string, centralReceiptKey: JWK): Promise<Receipt | null> {
  try {
    const key = await importJWK(centralReceiptKey, algorithm);
    const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: [algorithm] });
    if (protectedHeader.typ !== receiptType) return null;
    return Receipt.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    return null;
  }
}
