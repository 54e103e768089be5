import type { ClinicalOnCard, VerifiedCard } from '#core/api/contract.ts';
import { type Refused, refuse } from '#core/refusals/codes.ts';
import {
  type Confidential,
  type ContentKey,
  openConfidential,
  type Trust,
  verifyCard,
} from '#health-card/index.ts';
import { refusalOf } from './verdict-refusals.ts';

/* What a card's text is worth here: its verdict, what it says, and what of it this kiosk can open. */

interface Standpoint {
  readonly trust: Trust;
  /** The clinical keys that this kiosk holds. */
  readonly contentKeys: readonly ContentKey[];
  /** What this kiosk took back itself counts at once, before any list says so. */
  readonly isRevokedHere: (number: string) => boolean;
  readonly now: Date;
}

interface Judged {
  readonly card: VerifiedCard;
  /** Null where there is none, or it is locked. */
  readonly face: Confidential['face'] | null;
}

/** Judges the text of a card's QR; a refusal says why it is not to be trusted, and as of when that is known. */
export function judgeCard(
  text: string,
  { trust, contentKeys, isRevokedHere, now }: Standpoint,
): Judged | Refused {
  const { verdict, reason, claims, statusAsOf } = verifyCard(
    text,
    { ...trust, contentKeys },
    now.getTime() / 1000,
  );
  if (verdict !== 'valid') {
    const refused = refuse(refusalOf(verdict), reason === null ? undefined : [reason]);
    return { ...refused, statusAsOf: isoOf(statusAsOf) };
  }
  if (!claims) throw new Error('a valid card without claims');
  if (isRevokedHere(claims.number)) return { ...refuse('card-revoked'), statusAsOf: now.toISOString() };
  const part = claims.confidential && openConfidential(claims.confidential, contentKeys);
  const opened = part?.outcome === 'opened' ? part.confidential : null;
  const card: VerifiedCard = {
    number: claims.number,
    name: claims.name,
    nativeName: claims.nativeName?.text ?? null,
    birth: claims.birth,
    sex: claims.sex,
    clinical: opened && clinicalIn(opened),
    locked: part !== undefined && opened === null,
    hasFace: opened?.face !== undefined,
    statusAsOf: isoOf(statusAsOf),
  };
  return { card, face: opened?.face ?? null };
}

function clinicalIn({
  bloodGroup,
  allergies,
  conditions,
  emergencyContact,
}: Confidential): ClinicalOnCard | null {
  const said = bloodGroup || allergies.length > 0 || conditions.length > 0 || emergencyContact;
  if (!said) return null;
  return {
    bloodGroup: bloodGroup ?? null,
    allergies,
    conditions,
    emergencyContact: emergencyContact ?? null,
  };
}

/** Seconds since 1970 as ISO time. */
export function isoOf(seconds: number | null): string | null {
  return seconds === null ? null : new Date(seconds * 1000).toISOString();
}
