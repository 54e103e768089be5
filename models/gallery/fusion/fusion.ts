import { bandBegins } from './bands.ts';
import { type Demographics, demographicDecibels, nameAgrees } from './demographics.ts';
import { fuseScores } from './independent-scores.ts';

/*
 * Is this the same person? Face, fingers and demographics as one score in decibels: strangers reach s or more at a rate
 * of at most 10^(−s/10), and three bands over it that rise with the number of people searched (bands.ts).
 *
 * Fingers and face are fused as independent scores are (independent-scores.ts). To them the decibels of the demographics
 * are added. That keeps the promise: when S promises P(S ≥ x) ≤ 10^(−x/10), and a likelihood ratio r is independent of
 * it, then P(S + 10·log r ≥ s) = mean of P(S ≥ s − 10·log r) ≤ mean of 10^(−s/10) · r = 10^(−s/10), for the mean of a
 * likelihood ratio over strangers is 1 (Vovk and Wang 2021 call them p-values and e-values).
 *
 * Independent they are not quite. Strangers of one sex, age and community look alike, and just these share names and
 * ages: at 30 dB by face among all people, strangers of one sex and one community matched at 8.6 dB
 * (models/face/README.md), by an earlier template at 7. So two scores are kept:
 *
 * - `score`, with the face as measured among all people, up to the 50 dB that were measured. It orders people and says who
 *   is worth a look. Where it is too high, an operator looks once more than needed.
 * - what decides alone: the face less those 23 dB, so 27 dB at most, and demographics of no more than 30 dB. Neither face
 *   nor papers alone reach 'same', which begins at 40 dB or higher.
 *
 * Relatives share looks, guardian and often a like name; twins the birth too. So without a finger of 30 dB nobody is 'same'
 * by another name or another birth, whatever the sum.
 */

export interface Evidence {
  /** Decibels; null when either has no face. */
  readonly face: number | null;
  /** Decibels of each finger compared, alike or not (0); empty when there is none. */
  readonly fingers: readonly number[];
  /** How many comparisons the score of a finger is the best of, 1 unless told. */
  readonly fingerChoices?: number;
  readonly demographics: Demographics;
}

export interface Judgement {
  readonly band: 'same' | 'perhaps' | 'new';
  /** Decibels; may be a little below 0. */
  readonly score: number;
  /** The evidence that speaks for the same person, the strongest kind first. */
  readonly reasons: readonly ('face' | 'finger' | 'name' | 'birth')[];
}

const face = { measuredTo: 50, overstated: 23 } as const;
const mostByPapers = 30;
/** From here a finger or face is a reason, and a finger tells twins apart. */
const telling = 30;

/** Judges all that is known of two people, one of whom was found among so many `people`. */
export function judge(evidence: Evidence, people: number): Judgement {
  const papers = demographicDecibels(evidence.demographics);
  const seen = evidence.face === null ? null : Math.min(face.measuredTo, evidence.face);
  const trusted = seen === null ? null : Math.max(0, seen - face.overstated);
  const score = biometrics(evidence, seen) + papers;
  const sure = biometrics(evidence, trusted) + Math.min(mostByPapers, papers);
  const { demographics } = evidence;
  const ownPapers = nameAgrees(demographics) && demographics.birth?.agrees === true;
  const isTold = fingersOf(evidence) >= telling || ownPapers;
  const band =
    isTold && sure >= bandBegins('same', people)
      ? 'same'
      : score >= bandBegins('perhaps', people)
        ? 'perhaps'
        : 'new';
  return { band, score, reasons: reasonsOf(evidence) };
}

function biometrics(evidence: Evidence, faceDecibels: number | null): number {
  const scores = evidence.fingers.length > 0 ? [fingersOf(evidence)] : [];
  return fuseScores(faceDecibels === null ? scores : [...scores, faceDecibels]);
}

function fingersOf({ fingers, fingerChoices }: Evidence): number {
  return fuseScores(fingers, { choices: fingerChoices });
}

function reasonsOf(evidence: Evidence): Judgement['reasons'] {
  const { demographics } = evidence;
  const reasons: Judgement['reasons'][number][] = [];
  if (fingersOf(evidence) >= telling) reasons.push('finger');
  if ((evidence.face ?? 0) >= telling) reasons.push('face');
  if (nameAgrees(demographics)) reasons.push('name');
  if (demographics.birth?.agrees) reasons.push('birth');
  return reasons;
}
