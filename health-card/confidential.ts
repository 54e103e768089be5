import { z } from 'zod';
import { byteString } from './byte-string.ts';
import { readCbor, writeCbor } from './cbor.ts';
import { type ContentKey, readEncrypt0, writeEncrypt0 } from './cose-encrypt0.ts';
import { shortText } from './short-text.ts';

/*
 * What only holders of the programme's clinical key may read: a COSE_Encrypt0 inside the signed claims. So whoever
 * has the issuer's public key verifies the whole card, this part with it, and only key holders see into it; without
 * the key the rest is read as ever. The content is a CBOR map with small integer keys.
 */

const KEY = {
  bloodGroup: 1,
  allergies: 2,
  conditions: 3,
  emergencyContact: 4,
  face: 5,
  faceEngine: 6,
} as const;
const FACE_LENGTH = 128;
const MAX_SHORT = 60;
const MAX_LIST = 10;

export const Confidential = z.object({
  bloodGroup: z
    .string()
    .regex(/^(A|B|AB|O)[+-]$/)
    .optional(),
  allergies: z.array(shortText(MAX_SHORT)).max(MAX_LIST).default([]),
  conditions: z.array(shortText(MAX_SHORT)).max(MAX_LIST).default([]),
  emergencyContact: z.object({ name: shortText(80), phone: z.string().regex(/^\+?\d{6,15}$/) }).optional(),
  /** A face embedding in 128 bytes, and the engine it is of: only embeddings of one engine compare. */
  face: z
    .object({
      engine: shortText(80),
      vector: byteString(FACE_LENGTH, FACE_LENGTH),
    })
    .optional(),
});

export interface Confidential extends Readonly<z.output<typeof Confidential>> {}

export type ConfidentialOpening =
  | { outcome: 'opened'; confidential: Confidential }
  /** Encrypted to a key that is not at hand; the rest of the card is as good as before. */
  | { outcome: 'locked' }
  | { outcome: 'damaged'; reason: string };

/** The part encrypted to the clinical key, for `CardClaims.confidential`. Throws on content outside the profile. */
export function sealConfidential(content: Confidential, key: ContentKey): Uint8Array {
  const { bloodGroup, allergies, conditions, emergencyContact, face } = Confidential.parse(content);
  const entries: [number, unknown][] = [
    [KEY.bloodGroup, bloodGroup],
    [KEY.allergies, allergies.length > 0 ? allergies : undefined],
    [KEY.conditions, conditions.length > 0 ? conditions : undefined],
    [KEY.emergencyContact, emergencyContact && [emergencyContact.name, emergencyContact.phone]],
    [KEY.face, face?.vector],
    [KEY.faceEngine, face?.engine],
  ];
  return writeEncrypt0(writeCbor(new Map(entries.filter(([, value]) => value !== undefined))), key);
}

/** Opens the part of a card that was read. Unknown keys in it are left for later versions. Never throws. */
export function openConfidential(bytes: Uint8Array, keys: readonly ContentKey[]): ConfidentialOpening {
  const opened = readEncrypt0(bytes, keys);
  if (opened.outcome !== 'opened') return opened;
  const item = readCbor(opened.plaintext);
  if (item.outcome === 'damaged') return item;
  if (!(item.value instanceof Map)) return { outcome: 'damaged', reason: 'confidential' };
  const parsed = Confidential.safeParse(fromMap(item.value));
  if (parsed.success) return { outcome: 'opened', confidential: parsed.data };
  return {
    outcome: 'damaged',
    reason: `confidential-${String(parsed.error.issues[0]?.path[0] ?? 'unknown')}`,
  };
}

function fromMap(map: ReadonlyMap<unknown, unknown>) {
  const contact = map.get(KEY.emergencyContact);
  const face = map.get(KEY.face);
  return {
    bloodGroup: map.get(KEY.bloodGroup),
    allergies: map.get(KEY.allergies),
    conditions: map.get(KEY.conditions),
    emergencyContact: Array.isArray(contact) ? { name: contact[0], phone: contact[1] } : contact,
    face: face === undefined ? undefined : { engine: map.get(KEY.faceEngine), vector: face },
  };
}
