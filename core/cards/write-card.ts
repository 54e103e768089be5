import { birthOnCard } from '#core/people/index.ts';
import type { Site } from '#core/site/site.ts';
import {
  type CardClaims,
  type CardSigner,
  type Confidential,
  type ContentKey,
  encodeCard,
  sealConfidential,
} from '#health-card/index.ts';
import type { Language, Person } from '#sync/packet/person.ts';
import { faceToBytes } from './face-bytes.ts';

/*
 * What goes on a card. The front's code says who the holder is and, where the site wants it and this kiosk holds the
 * programme's clinical key, carries the clinical basics and the face encrypted to that key. Profile B adds a second
 * code for the back: who the holder is, with a small photo anyone can see. Each verifies without the other. A code that
 * would be too dense to print loses the face first, then the clinical basics, then the photo; never the person.
 */

/** A face as a card can carry it. */
export interface FaceForCard {
  /** Engine id. */
  readonly model: string;
  readonly vector: Float32Array;
  /** A WebP of 48 × 48 pixels. */
  readonly thumbnail: Uint8Array | null;
}

export interface CardTexts {
  readonly qr: string;
  /** The code with the photo; null where the profile or the person has none. */
  readonly backQr: string | null;
}

/** Letters of an alphanumeric QR of error correction M: version 21 in 28 mm, version 23 in 30 mm, three dots a module. */
const MOST_FRONT = 1035;
const MOST_BACK = 1248;

const iso639_3 = { hi: 'hin', en: 'eng', ur: 'urd', pa: 'pan' } as const satisfies Record<Language, string>;

/** Signs the texts of a card. `issued` is what is not of the person: number, issuer, times, status. */
export function writeCard(
  { person, face }: { readonly person: Person; readonly face: FaceForCard | null },
  issued: Pick<CardClaims, 'number' | 'issuer' | 'issuedAt' | 'expiresAt' | 'status'>,
  {
    card,
    signer,
    key,
  }: { readonly card: Site['card']; readonly signer: CardSigner; readonly key: ContentKey | null },
): CardTexts {
  const claims = { ...claimsOf(person), ...issued };
  const encode = (more: Partial<CardClaims>) =>
    encodeCard({ ...claims, ...more }, signer, { dialect: card.dialect });
  const sealed = key
    ? confidentialOf(person, card.face ? face : null, card.clinical).map((part) =>
        sealConfidential(part, key),
      )
    : [];
  const fronts = sealed.map((confidential) => encode({ confidential }));
  const qr = fronts.find(({ length }) => length <= MOST_FRONT) ?? encode({});
  const thumbnail = card.profile === 'B' ? face?.thumbnail : null;
  const back = thumbnail ? encode({ photo: { format: 'webp', bytes: thumbnail } }) : null;
  return { qr, backQr: back && back.length <= MOST_BACK ? back : null };
}

/** What may be encrypted, the fullest first. */
function confidentialOf(person: Person, face: FaceForCard | null, clinical: boolean): Confidential[] {
  const vector = face && faceToBytes(face.vector);
  const faces = face && vector ? [{ face: { engine: face.model, vector } }] : [];
  const { bloodGroup, allergies = [], conditions = [] } = person.clinical ?? {};
  const { emergencyContact } = person;
  const said = bloodGroup || allergies.length > 0 || conditions.length > 0 || emergencyContact;
  const nothing = { allergies: [], conditions: [] };
  const basics =
    clinical && said
      ? {
          allergies,
          conditions,
          ...(bloodGroup && { bloodGroup }),
          ...(emergencyContact && { emergencyContact }),
        }
      : null;
  return [...faces.map((one) => ({ ...(basics ?? nothing), ...one })), ...(basics ? [basics] : [])];
}

function claimsOf(
  person: Person,
): Pick<CardClaims, 'name' | 'nativeName' | 'sex' | 'birth' | 'guardian' | 'area'> {
  const { name, nativeName, sex, guardian, address } = person;
  return {
    name,
    ...(nativeName && { nativeName: { text: nativeName.text, language: iso639_3[nativeName.language] } }),
    sex,
    birth: birthOnCard(person.birth),
    ...(guardian && { guardian }),
    area: address.districtLgd,
  };
}
