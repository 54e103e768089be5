import { decodePhoto, encodePhoto, encodePortrait, type Rgb } from '#core/images/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { adviceOf, type FaceTemplating, tokenCrop } from '#models/face/index.ts';
import type { FaceCapture } from './draft-store.ts';

type Embedded = Extract<FaceTemplating, { outcome: 'embedded' }>;

/** One photo to one embedding. Refusals: not-an-image, image-too-large, no-face, several-faces; poor-face, with its hint. */
export async function embedPhoto(
  { face }: Pick<Parts, 'face'>,
  bytes: Uint8Array,
): Promise<{ photo: Rgb; embedded: Embedded } | Refused> {
  const photo = await decodePhoto(bytes);
  if (isRefused(photo)) return photo;
  const embedded = await face.embed(photo);
  if (embedded.outcome === 'embedded') return { photo, embedded };
  return embedded.outcome === 'poor'
    ? refuse('poor-face', [adviceOf(embedded.quality)])
    : refuse(embedded.outcome);
}

/** Takes the face of a draft from one full frame, and undoes the duplicate review. Same refusals. */
export async function captureFace(
  parts: Pick<Parts, 'face' | 'drafts' | 'db'>,
  id: string,
  bytes: Uint8Array,
): Promise<Refused | null> {
  const templating = await embedPhoto(parts, bytes);
  if (isRefused(templating)) return templating;
  const { photo, embedded } = templating;
  const capture: FaceCapture = {
    model: parts.face.id,
    vector: embedded.vector,
    quality: Math.round(embedded.quality.score),
    photo: await encodePhoto(photo),
    portrait: await encodePortrait(photo, tokenCrop(embedded.sighting)),
  };
  parts.db.transaction(() => {
    parts.drafts.putFace(id, capture);
    parts.drafts.write(id, { faceException: null, review: null, decision: null });
  })();
  return null;
}
