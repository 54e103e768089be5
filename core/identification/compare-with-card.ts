import type { FaceOnCardChecked } from '#core/api/contract.ts';
import { embedPhoto } from '#core/enrolment/index.ts';
import type { Operator } from '#core/operators/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { cosine } from '#models/face/index.ts';

/**
 * Whether the person before the camera looks like the face that stands encrypted on a card: so a kiosk that never saw
 * them, and has no network, can tell a bearer from a holder. `alike` is a false match in about a thousand strangers.
 * Refusals: those of verification and of the photo; card-without-face, also for a face of another engine.
 */
export async function compareWithCard(
  parts: Parts,
  operator: Operator,
  text: string,
  photo: Uint8Array,
): Promise<FaceOnCardChecked | Refused> {
  const onCard = parts.cards.faceOn(text);
  if (isRefused(onCard)) return onCard;
  const { card, engine, vector } = onCard;
  if (engine !== parts.face.id) return refuse('card-without-face');
  const templating = await embedPhoto(parts, photo);
  if (isRefused(templating)) return templating;
  const alike = cosine(templating.embedded.vector, vector) >= parts.face.thresholds.candidate;
  parts.db.transaction(() =>
    parts.audit.append(alike ? 'card-face-alike' : 'card-face-unlike', {
      operator: operator.id,
      subject: card.number,
    }),
  )();
  return { outcome: alike ? 'alike' : 'unlike', card };
}
