import type { PairRate } from '#models/evaluation/index.ts';
import { type FaceGroup, promisedFmr } from '#models/face/index.ts';
import { type Markup, svg } from '../../chart/markup.ts';
import { countOf, oneIn, percent, quoted, rangeOf } from '../wording.ts';
import {
  type Difference,
  differences,
  keepsPromise,
  peopleFor,
  ruleOfThree,
  suspicions,
  tooSmall,
  unknown,
} from './findings.ts';

/** A search among so many is easy to picture. */
const enrolled = 1000;

/** What an officer must know, the gravest first, each with what is not known about it. */
export function summary(everybody: FaceGroup, groups: readonly FaceGroup[]): Markup {
  const worse = differences(groups, 'fmr');
  const missed = differences(groups, 'fnmr');
  return svg`${groups.length === 0 && noGroups}
${worse.map(takenForEachOther)}
${missed.map(notKnownAgain)}
${morePromised([everybody, ...groups].filter((group) => !worse.some((difference) => difference.worse === group)))}
${suspected(suspicions(groups))}
${notFound(groups)}
${groups.length > 0 && alikeAsFarAsSeen(everybody, worse, missed)}
${tooFew(groups)}`;
}

const noGroups = svg`<div class="finding cannot-say"><b>? Nothing is known about groups.</b> This evaluation was not told who the people are (<code>--groups</code>), so it cannot show whether some are treated worse than others. Do not go live on it.</div>`;

function takenForEachOther({ worse, better }: Difference): Markup {
  const { fmr } = worse.candidate;
  return svg`<div class="finding above"><b>▲ Strangers are taken for each other more often: ${quoted(worse)}.</b>
Of ${countOf(fmr.pairs)} pairs of different people of this group ${countOf(fmr.errors)} matched: ${measured(fmr)}. For ${quoted(better)} it is ${measured(better.candidate.fmr)}; the threshold promises ${percent(promisedFmr.candidate)}. In words: whoever is searched by face among ${countOf(enrolled)} enrolled people of this group and their own sex finds about ${countOf(Math.round(enrolled * fmr.rate))} strangers proposed, instead of ${countOf(Math.round(enrolled * promisedFmr.candidate))}.</div>
`;
}

function notKnownAgain({ worse, better }: Difference): Markup {
  const { fnmr } = worse.candidate;
  return svg`<div class="finding above"><b>▲ People are less often known again: ${quoted(worse)}.</b>
${countOf(fnmr.errors)} of ${countOf(fnmr.pairs)} pairs of photos of one person did not match: ${measured(fnmr)}. For ${quoted(better)} it is ${measured(better.candidate.fnmr)}. They can be enrolled twice unless a finger or the records tell.</div>
`;
}

function morePromised(groups: readonly FaceGroup[]): Markup | false {
  const above = groups.filter(
    ({ candidate }) => keepsPromise(candidate.fmr, promisedFmr.candidate) === 'above',
  );
  return (
    above.length > 0 &&
    svg`<div class="finding above"><b>▲ More strangers match than the threshold promises, ${percent(promisedFmr.candidate)}.</b>
${listed(above)} The promise was measured over strangers of any kind; people of one sex and one group are more alike.</div>
`
  );
}

function suspected(groups: readonly FaceGroup[]): Markup | false {
  return (
    groups.length > 0 &&
    svg`<div class="finding cannot-say"><b>? Perhaps more false matches, but so few people could show it by chance.</b>
${listed(groups)} Measure more of them before you go live.</div>
`
  );
}

function notFound(groups: readonly FaceGroup[]): Markup | false {
  const lost = groups
    .filter(({ detectFailures }) => detectFailures > 0)
    .map((group) => `${quoted(group)} ${countOf(group.detectFailures)} of ${countOf(group.images)}`);
  return (
    lost.length > 0 &&
    svg`<div class="finding cannot-say"><b>? No face was found in some photos.</b> ${lost.join(', ')}. Such people cannot be enrolled by face; the rates leave them out.</div>
`
  );
}

/** That no difference was shown is said too, lest it be taken for none. */
function alikeAsFarAsSeen(
  { candidate }: FaceGroup,
  worse: readonly Difference[],
  missed: readonly Difference[],
): Markup {
  const { fnmr } = candidate;
  return svg`${worse.length === 0 && svg`<div class="finding cannot-say"><b>? No group was shown to be taken for each other more often than another.</b> That is not the same as showing that they are treated alike: see how few people each group has.</div>`}
${missed.length === 0 && svg`<div class="finding cannot-say"><b>? No group was shown to be known again less often than another.</b> Of everybody's ${countOf(fnmr.pairs)} pairs of photos of one person ${countOf(fnmr.errors)} did not match: ${measured(fnmr)}.</div>`}`;
}

function tooFew(groups: readonly FaceGroup[]): Markup | false {
  const small = tooSmall(groups, promisedFmr.candidate);
  if (small.length === 0) return false;
  const needed = ruleOfThree(promisedFmr.candidate);
  const dark = unknown(groups).map(
    (group) => `${quoted(group)} ${countOf(group.people)} people, ${rangeOf(group.candidate.fmr)}`,
  );
  return svg`<div class="finding cannot-say"><b>? Too few people to show that the promise is kept: ${small.length === groups.length ? 'every group here' : small.map(quoted).join(', ')}.</b>
To show that no more than ${oneIn(promisedFmr.candidate)} pairs of strangers match takes at least ${countOf(needed)} pairs without a single match (rule of three): ${countOf(peopleFor(needed))} people of one sex in the group. With fewer, “none seen” does not mean “none there”. ${dark.length > 0 && `Of some groups this set says next to nothing: ${dark.join('; ')}.`}</div>
`;
}

function listed(groups: readonly FaceGroup[]): string {
  const each = groups.map((group) => {
    const { fmr } = group.candidate;
    return `${quoted(group)} ${countOf(fmr.errors)} of ${countOf(fmr.pairs)} pairs, ${measured(fmr)}`;
  });
  const sentence = each.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** `14 % (4.4 to 36 %)`. */
function measured(rate: PairRate): string {
  return `${percent(rate.rate)} (${rangeOf(rate)})`;
}
