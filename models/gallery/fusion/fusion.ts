import { surestFingers } from './finger-fusion.ts';

/*
 * Face, fingers and demographics together, in three bands. Scores are decibels of the false match rate: s dB means one
 * impostor in 10^(s/10) scores as high. Rules, the first that holds:
 *
 * | evidence                                                              | band    |
 * |-----------------------------------------------------------------------|---------|
 * | a finger of at least 40 dB                                            | same    |
 * | a face of at least 50 dB, and name and birth agree, sex not otherwise | same    |
 * | a finger of at least 30 dB                                            | perhaps |
 * | a face of at least 30 dB                                              | perhaps |
 * | name and birth agree, sex not otherwise                               | perhaps |
 * | anything else                                                         | new     |
 *
 * By face alone nobody is ever 'same': false matches differ by ethnicity (models/face/README.md), so another kind of
 * evidence or a person must decide. A name agrees from an alikeness of 0.85; a birth that is not known does not agree.
 *
 * The score only orders candidates within a band. It adds the decibels, as independent evidence does: the face, the
 * fingers that together are surest (finger-fusion.ts; how many were compared is not known here), and the demographics by
 * rough shares of chance agreement: name 10 dB (many share a name), birth 20 dB, sex 3 dB, each taken off when they
 * differ (birth and sex by half, since records err).
 */

export interface Evidence {
  /** Decibels; null when either has no face. */
  readonly face: number | null;
  /** Decibels of each finger compared; empty when there is none. */
  readonly fingers: readonly number[];
  /** How alike the names are, 0..1. */
  readonly nameAlike: number;
  /** Null when either is not known. */
  readonly birthAgrees: boolean | null;
  readonly sexAgrees: boolean | null;
}

export interface Judgement {
  readonly band: 'same' | 'perhaps' | 'new';
  /** Decibels, for ordering candidates; may be negative. */
  readonly score: number;
  /** The evidence that speaks for the same person, the strongest kind first. */
  readonly reasons: readonly ('face' | 'finger' | 'name' | 'birth')[];
}

export const fusionThresholds = {
  fingerSame: 40,
  fingerPerhaps: 30,
  faceMatch: 50,
  facePerhaps: 30,
  nameAgrees: 0.85,
} as const;

const decibels = { name: 10, birth: 20, sex: 3, disagreement: -0.5 } as const;

/** Is this the same person? See the rules above. */
export function judge(evidence: Evidence): Judgement {
  return { band: bandOf(evidence), score: scoreOf(evidence), reasons: reasonsOf(evidence) };
}

function bandOf(evidence: Evidence): Judgement['band'] {
  const finger = Math.max(0, ...evidence.fingers);
  const face = evidence.face ?? 0;
  const demographics = nameAgrees(evidence) && evidence.birthAgrees === true && evidence.sexAgrees !== false;
  if (finger >= fusionThresholds.fingerSame) return 'same';
  if (face >= fusionThresholds.faceMatch && demographics) return 'same';
  if (finger >= fusionThresholds.fingerPerhaps || face >= fusionThresholds.facePerhaps || demographics)
    return 'perhaps';
  return 'new';
}

function scoreOf({ face, fingers, nameAlike, birthAgrees, sexAgrees }: Evidence): number {
  // From nothing at half alike to all of it for the very same name.
  const name = decibels.name * (2 * nameAlike - 1);
  return (
    (face ?? 0) +
    surestFingers(fingers) +
    name +
    agreement(birthAgrees, decibels.birth) +
    agreement(sexAgrees, decibels.sex)
  );
}

function agreement(agrees: boolean | null, worth: number): number {
  if (agrees === null) return 0;
  return agrees ? worth : worth * decibels.disagreement;
}

function reasonsOf(evidence: Evidence): Judgement['reasons'] {
  const reasons: Judgement['reasons'][number][] = [];
  if (Math.max(0, ...evidence.fingers) >= fusionThresholds.fingerPerhaps) reasons.push('finger');
  if ((evidence.face ?? 0) >= fusionThresholds.facePerhaps) reasons.push('face');
  if (nameAgrees(evidence)) reasons.push('name');
  if (evidence.birthAgrees) reasons.push('birth');
  return reasons;
}

function nameAgrees({ nameAlike }: Evidence): boolean {
  return nameAlike >= fusionThresholds.nameAgrees;
}
