import type { DuplicateReview } from '#core/api/contract.ts';
import type { Parts } from '#core/parts.ts';
import { thresholds, unpackTemplate } from '#models/fingerprint/index.ts';
import { judge, nameAgrees, shareOfName } from '#models/gallery/index.ts';
import { compareDetails } from '#sync/packet/details.ts';
import type { Person } from '#sync/packet/person.ts';
import type { Draft } from './draft.ts';

/*
 * Is this person enrolled already? Face and fingers are searched 1:N over the whole local gallery, names and
 * birth dates over the records; whoever any of them brings up is judged on all the evidence together.
 */

type Needs = Pick<Parts, 'drafts' | 'face' | 'galleries' | 'people'>;

interface Evidence {
  face: number | null;
  fingers: number[];
}

const searched = 10;
const shown = 5;
/** Names less alike than this bring nobody up by themselves. */
const nameWorthALook = 0.75;

/** Finds and judges the people whom a draft may be; the person of the draft must be known. */
export async function reviewDuplicates(parts: Needs, draft: Draft, person: Person): Promise<DuplicateReview> {
  const evidence = await biometricEvidence(parts, draft.id);
  const fingerChoices = parts.drafts.fingers(draft.id).length;
  const compared = Array.from(parts.people.all(), ({ id, person: other }) => ({
    id,
    details: compareDetails(person, other),
  }));
  const nameShare = shareOfName(
    compared.filter(({ details }) => nameAgrees(details)).length,
    compared.length,
  );
  const judged = compared.flatMap(({ id, details }) => {
    const found = evidence.get(id);
    if (!found && details.nameAlike < nameWorthALook) return [];
    const { band, score, reasons } = judge(
      {
        face: found?.face ?? null,
        fingers: found?.fingers ?? [],
        fingerChoices,
        demographics: { ...details, nameShare },
      },
      compared.length,
    );
    return band === 'new' ? [] : [{ id, band, score, reasons }];
  });
  judged.sort((a, b) => Number(b.band === 'same') - Number(a.band === 'same') || b.score - a.score);
  const candidates = judged.slice(0, shown).flatMap(({ id, band, reasons }) => {
    const summary = parts.people.summary(id);
    return summary ? [{ person: summary, band, evidence: reasons }] : [];
  });
  return { band: candidates[0]?.band ?? 'new', candidates };
}

/**
 * By person. A finger that brought the person not up counts as unlike: 0 dB. A face taken before the kiosk got another
 * recogniser can be compared with nobody's and says nothing.
 */
async function biometricEvidence(
  { drafts, face: engine, galleries }: Needs,
  draftId: string,
): Promise<Map<string, Evidence>> {
  const found = new Map<string, Evidence>();
  const fingers = drafts.fingers(draftId);
  const of = (personId: string) => {
    const evidence = found.get(personId) ?? { face: null, fingers: fingers.map(() => 0) };
    found.set(personId, evidence);
    return evidence;
  };
  const face = drafts.face(draftId);
  const hits = face?.model === engine.id ? await galleries.searchFace(face.vector, searched) : [];
  for (const hit of hits) {
    of(hit.personId).face = engine.score(hit.score);
  }
  for (const [at, finger] of fingers.entries()) {
    const template = unpackTemplate(finger.template);
    if (!template) continue;
    for (const hit of await galleries.searchFinger(template, searched)) {
      if (hit.score >= thresholds.candidate) of(hit.personId).fingers[at] = hit.score;
    }
  }
  return found;
}
