import { falseNonMatchRate } from '#models/evaluation/index.ts';
import { type FaceEvaluation, type FaceGroup, promisedFmr } from '#models/face/index.ts';
import { type Markup, svg } from '../../chart/markup.ts';
import { oneIn, percent, quoted, upward } from '../wording.ts';
import { peopleFor, ruleOfThree } from './findings.ts';

/** What a programme can do about a group that matches too often. */
export function policy({ scores }: FaceEvaluation, groups: readonly FaceGroup[]): Markup {
  const measured = groups.filter(({ candidate }) => candidate.fmr.pairs > 0);
  const [hardest] = measured.toSorted((a, b) => b.carrying.threshold - a.carrying.threshold);
  return svg`<ul>
<li><b>Let a face propose, never decide.</b> The kiosk works so: whoever comes up by face is a candidate, and a finger, the records or a person says whether it is them. A group with more false matches then costs the operator time; it does not give anybody another's record.</li>
${hardest && hardest.carrying.threshold > hardest.candidate.threshold && raise(hardest, scores.genuine)}
<li><b>Do not keep a threshold for each group.</b> The kiosk does not know who belongs to which, and must not guess it from a face.</li>
<li><b>Take a finger from everybody you can.</b> Where there is no finger, have two people look at candidates of the groups marked ▲ or ?, with the records before them.</li>
<li><b>Measure again on your own people</b>, ${peopleFor(ruleOfThree(promisedFmr.candidate))} or more of each sex in every group, two photos of each on different days with the kiosk's own camera, before going live and again after every change of engine or camera.</li>
</ul>`;
}

function raise(hardest: FaceGroup, genuine: readonly number[]): Markup {
  const { threshold } = hardest.carrying;
  const inUse = hardest.candidate.threshold;
  const now = falseNonMatchRate(genuine, inUse);
  const then = falseNonMatchRate(genuine, threshold);
  return svg`<li><b>Or raise the threshold for candidates from ${inUse} to ${upward(threshold)}, for everybody.</b> In this set every group, ${quoted(hardest)} too, then keeps to ${oneIn(promisedFmr.candidate)}; of all pairs of photos of one person ${percent(then)} would be missed instead of ${percent(now)}, which can mean people enrolled twice. On so few people the threshold is a first guess; the table says for which groups.</li>`;
}
