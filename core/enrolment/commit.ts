import { v7 as uuidv7 } from 'uuid';
import type { Committed, DuplicateReview } from '#core/api/contract.ts';
import type { Card, FaceForCard } from '#core/cards/index.ts';
import { decodePhoto, encodeThumbnail } from '#core/images/index.ts';
import type { Operator } from '#core/operators/index.ts';
import type { Parts } from '#core/parts.ts';
import type { KnownPerson } from '#core/people/index.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { thumbnailCrop } from '#models/face/index.ts';
import { type EnrolmentRecord, sealPacket } from '#sync/packet/index.ts';
import type { FaceCapture } from './draft-store.ts';
import { biometricsOf, type CompleteDraft, recordOf } from './record.ts';
import { reviewDuplicates } from './review.ts';

/*
 * The commit. The packet is sealed first, because signing takes time; then one SQLite transaction holds person,
 * consent, biometrics, card, audit event and outbox entry, and removes the draft. Either all of it is on the
 * disk or the draft still is. A card number is burnt before: a power loss can waste one, never repeat one.
 */

type SealedPacket = Awaited<ReturnType<typeof sealPacket>>;

/**
 * Commits a draft to a person with a card. Refusals: draft-not-found, consent-missing, details-missing,
 * duplicate-check-missing, decision-missing, already-enrolled, not-registered, no-card-numbers.
 */
export async function commitDraft(
  parts: Parts,
  operator: Operator,
  id: string,
): Promise<Committed | Refused> {
  const complete = await completeDraft(parts, id);
  if (isRefused(complete)) return complete;
  const registration = parts.registration();
  if (!registration) return refuse('not-registered');
  const before = updatedPerson(parts, complete);
  const personId = before?.id ?? uuidv7();
  const face = complete.face && {
    ...complete.face,
    thumbnail: await thumbnailOf(complete.face.portrait),
  };
  const card = parts.cards.make(personId, complete.person, face ?? undefined);
  if (isRefused(card)) return card;
  const record = recordOf(complete, {
    personId,
    revision: (before?.revision ?? 0) + 1,
    card,
    operator,
    device: registration.deviceId,
    organisation: parts.site.organisation,
    enrolledAt: parts.now().toISOString(),
  });
  const keys = { device: parts.deviceKey, central: registration.encryptionKey };
  const packet = await sealPacket(record, biometricsOf(complete), keys);
  if (!write(parts, { ...complete, face }, record, card, packet)) return refuse('draft-not-found');
  parts.galleries.refresh(personId);
  parts.events.emit('queued');
  parts.events.emit('status');
  return { personId, cardNumber: card.number, updated: before !== null };
}

/** Checks that nothing is missing, and looks for duplicates once more: the gallery may have grown since. */
async function completeDraft(parts: Parts, id: string): Promise<CompleteDraft | Refused> {
  const draft = parts.drafts.get(id);
  if (!draft) return refuse('draft-not-found');
  const { consent, person, review, decision } = draft.body;
  if (!consent) return refuse('consent-missing');
  if (!person) return refuse('details-missing');
  if (!review) return refuse('duplicate-check-missing');
  const again = await reviewDuplicates(parts, draft, person);
  if (bringsUpSomebodyElse(review, again)) {
    parts.drafts.write(id, { review: again, decision: null });
    return refuse('decision-missing');
  }
  if (again.band !== 'new' && !decision) return refuse('decision-missing');
  if (again.band === 'same' && decision?.decision !== 'same-person') return refuse('already-enrolled');
  const fingers = parts.drafts.fingers(id).filter(({ kept }) => kept);
  return { draft, consent, person, face: parts.drafts.face(id), fingers };
}

function bringsUpSomebodyElse(before: DuplicateReview, after: DuplicateReview): boolean {
  const seen = new Set(before.candidates.map(({ person }) => person.id));
  return after.candidates.some(({ person }) => !seen.has(person.id));
}

function updatedPerson({ people }: Parts, { draft }: CompleteDraft): KnownPerson | null {
  const { decision } = draft.body;
  return decision?.decision === 'same-person' ? people.get(decision.personId) : null;
}

/** The one transaction; false when the draft was committed or discarded meanwhile. */
type Written = Omit<CompleteDraft, 'face'> & {
  readonly face: (FaceCapture & Pick<FaceForCard, 'thumbnail'>) | null;
};

function write(
  parts: Parts,
  complete: Written,
  record: EnrolmentRecord,
  card: Card,
  packet: SealedPacket,
): boolean {
  const { personId, revision, person, consent, enrolledAt, update, operator } = record;
  return parts.db.transaction(() => {
    if (!parts.drafts.remove(complete.draft.id)) return false;
    parts.people.save({ id: personId, revision, person }, consent, enrolledAt);
    saveBiometrics(parts, personId, complete);
    parts.cards.save(card, packet.id);
    parts.outbox.add({ ...packet, personId, revision, district: person.address.districtLgd });
    parts.audit.append(update ? 'person-updated' : 'person-enrolled', { operator, subject: personId });
    return true;
  })();
}

function saveBiometrics({ db }: Parts, personId: string, { face, fingers }: Written): void {
  if (face) {
    const { model, vector, quality, portrait, thumbnail } = face;
    const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    db.prepare(
      'INSERT OR REPLACE INTO faces (person_id, model, vector, quality, portrait, thumbnail) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(personId, model, bytes, quality, portrait, thumbnail);
  }
  const insert = db.prepare('INSERT OR REPLACE INTO fingers VALUES (?, ?, ?, ?, ?)');
  for (const { position, engine, template, quality } of fingers) {
    insert.run(personId, position, engine, template, quality);
  }
}

async function thumbnailOf(portrait: Uint8Array): Promise<Uint8Array> {
  const decoded = await decodePhoto(portrait);
  if (isRefused(decoded)) throw new Error('the portrait that was made at the capture is a picture');
  return encodeThumbnail(decoded, thumbnailCrop(decoded));
}
