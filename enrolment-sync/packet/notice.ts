import { deflateSync, inflateSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { z } from 'zod';
import { CardNumber, PacketCard, RevocationReason } from './record.ts';

/*
 * What becomes of a card after the enrolment: taken back because it was lost or stolen, or made anew with another
 * number. A notice travels as a packet does, sealed and in the order of its person's packets, so that a card is not
 * taken back before central has heard of it. Inside the seals it is a CBOR map, deflated.
 */

const version = 1;
const largestNotice = 16 * 1024;
const label = z.string().min(1).max(200);
const of = { personId: z.uuid(), operator: label, device: label, at: z.iso.datetime() };

export const CardNotice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('card-revoked'), ...of, number: CardNumber, reason: RevocationReason }),
  z.strictObject({ kind: z.literal('card-issued'), ...of, card: PacketCard }),
]);
export type CardNotice = z.infer<typeof CardNotice>;

const Content = z.strictObject({ version: z.literal(version), notice: CardNotice });

export function packNotice(notice: CardNotice): Uint8Array {
  return deflateSync(encode({ version, notice }));
}

/** The notice in some content; null when it holds none, as that of an enrolment does. Never throws. */
export function unpackNotice(bytes: Uint8Array): CardNotice | null {
  try {
    const content = decode(inflateSync(bytes, { maxOutputLength: largestNotice }), {
      rejectDuplicateMapKeys: true,
    });
    return Content.safeParse(content).data?.notice ?? null;
  } catch {
    return null;
  }
}
