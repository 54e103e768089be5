import type { Identified, PersonSummary } from '#core/api/contract.ts';
import { rasterise, readQr } from '#core/cards/index.ts';
import { embedPhoto, templatePrint } from '#core/enrolment/index.ts';
import type { Grey } from '#core/images/index.ts';
import type { Operator } from '#core/operators/index.ts';
import type { Parts } from '#core/parts.ts';
import { isRefused, type Refused, refuse } from '#core/refusals/codes.ts';
import { asksForLiveness } from '#core/site/site.ts';
import { thresholds } from '#models/fingerprint/index.ts';

/*
 * Who is this? By finger or card the kiosk answers; by face alone it proposes and a person decides, because the
 * face engine's false matches are too many, and unequal between groups of people, for a decision.
 */

const proposed = 5;

/** Proposes people by a photo that somebody saw taken. Refusals: those of the photo, liveness-required. */
export async function identifyByFace(
  parts: Parts,
  operator: Operator,
  photo: Uint8Array,
): Promise<Identified | Refused> {
  if (asksForLiveness(parts.site)) return refuse('liveness-required');
  const templating = await embedPhoto(parts, photo);
  if (isRefused(templating)) return templating;
  return proposePeople(parts, operator, templating.embedded.vector);
}

/** Whom a face may be of, best first. */
export async function proposePeople(
  parts: Pick<Parts, 'galleries' | 'people' | 'audit' | 'db'>,
  operator: Operator,
  vector: Float32Array,
): Promise<Identified> {
  const hits = await parts.galleries.searchFace(vector, proposed);
  const people = hits.map(({ personId }) => summaryOf(parts, personId));
  if (people.length === 0) return { outcome: 'nobody' };
  audited(parts, operator, people[0].id);
  return { outcome: 'candidates', by: 'face', people };
}

/** Finds the person of a print. Refusals: those of the print. */
export async function identifyByFinger(
  parts: Parts,
  operator: Operator,
  print: Grey,
): Promise<Identified | Refused> {
  const extraction = await templatePrint(parts, print);
  if (isRefused(extraction)) return extraction;
  const [best] = await parts.galleries.searchFinger(extraction.template, 1);
  if (!best || best.score < thresholds.match) return { outcome: 'nobody' };
  audited(parts, operator, best.personId);
  return { outcome: 'match', by: 'finger', person: summaryOf(parts, best.personId) };
}

/** Finds the holder of a card by its QR's text. Refusals: those of verification. */
export function identifyByCard(parts: Parts, operator: Operator, text: string): Identified | Refused {
  const card = parts.cards.verify(text);
  if (isRefused(card)) return card;
  const known = parts.cards.get(card.number);
  if (!known) return { outcome: 'card-holder-elsewhere', card, text };
  audited(parts, operator, known.personId);
  return {
    outcome: 'match',
    by: 'card',
    person: summaryOf(parts, known.personId),
    statusAsOf: card.statusAsOf,
  };
}

/** The text of the QR in a photo, scan or PDF of a card. Refusals: not-an-image, no-code-in-picture. */
export async function readCardPicture(picture: Uint8Array): Promise<string | Refused> {
  const reading = await readQr(isPdf(picture) ? await frontOf(picture) : picture);
  if (reading.outcome === 'read') return reading.text;
  return refuse(reading.outcome === 'no-code' ? 'no-code-in-picture' : 'not-an-image');
}

const cardDpi = 300;
const pdfMark = '%PDF-';

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, pdfMark.length)) === pdfMark;
}

/** The first page as PNG; no bytes when the PDF cannot be drawn, which then is no image. */
async function frontOf(pdf: Uint8Array): Promise<Uint8Array> {
  const pages = await rasterise(pdf, cardDpi).catch(() => []);
  return pages[0]?.png ?? new Uint8Array();
}

function audited({ audit, db }: Pick<Parts, 'audit' | 'db'>, operator: Operator, personId: string): void {
  db.transaction(() => audit.append('person-identified', { operator: operator.id, subject: personId }))();
}

function summaryOf({ people }: Pick<Parts, 'people'>, personId: string): PersonSummary {
  const summary = people.summary(personId);
  if (!summary) throw new Error('a gallery names a person without a record');
  return summary;
}
