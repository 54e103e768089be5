import { type FaceGroup, promisedFmr } from '#models/face/index.ts';
import { type Markup, svg } from '../../chart/markup.ts';
import { countOf, groupName, oneIn, percent, rangeOf } from '../wording.ts';
import {
  type Difference,
  differences,
  keepsPromise,
  peopleFor,
  ruleOfThree,
  suspicions,
  tooSmall,
} from './findings.ts';

/** A search among so many is easy to picture. */
const enrolled = 1000;

/** What an officer must know, the gravest first, each with what is not known about it. */
export function summary(everybody: FaceGroup, groups: readonly FaceGroup[]): Markup {
  const worse = differences(groups, 'fmr');
  const beyond = groups.filter(
    (group) =>
      keepsPromise(group.candidate.fmr, promisedFmr.candidate) === 'above' &&
      !worse.some((difference) => difference.worse === group),
  );
  const missed = differences(groups, 'fnmr');
  const nothing = worse.length + beyond.length + missed.length === 0;
  return svg`${groups.length === 0 && noGroups}
${worse.map(takenForEachOther)}
${beyond.map(morePromised)}
${missed.map(notKnownAgain)}
${suspicions(groups, everybody).map(suspicion)}
${notFound(groups)}
${nothing && groups.length > 0 && noDifference}
${tooFew(groups)}`;
}

const noGroups = svg`<div class="finding cannot-say"><b>Nothing is known about groups.</b> This evaluation was not told who the people are (<code>--groups</code>), so it cannot show whether some are treated worse than others. Do not go live on it.</div>`;

const noDifference = svg`<div class="finding cannot-say"><b>No group was shown to be treated worse than another.</b> That is not the same as showing that they are treated alike: read below how few people each group has.</div>`;

function takenForEachOther({ worse, better }: Difference): Markup {
  const { fmr } = worse.candidate;
  return svg`<div class="finding above"><b>▲ Strangers are taken for each other more often: ${groupName(worse)}.</b>
Of ${countOf(fmr.pairs)} pairs of different people of this group ${countOf(fmr.errors)} matched: ${percent(fmr.rate)} (${rangeOf(fmr)}). For ${groupName(better)} it is ${percent(better.candidate.fmr.rate)} (${rangeOf(better.candidate.fmr)}); the threshold promises ${percent(promisedFmr.candidate)}. ${means(worse)}</div>
`;
}

function morePromised(group: FaceGroup): Markup {
  const { fmr } = group.candidate;
  return svg`<div class="finding above"><b>▲ More strangers match than the threshold promises: ${groupName(group)}.</b>
${countOf(fmr.errors)} of ${countOf(fmr.pairs)} pairs of different people: ${percent(fmr.rate)} (${rangeOf(fmr)}) instead of ${percent(promisedFmr.candidate)}. ${means(group)}</div>
`;
}

function suspicion(group: FaceGroup): Markup {
  const { fmr } = group.candidate;
  return svg`<div class="finding cannot-say"><b>? Perhaps more false matches: ${groupName(group)}.</b>
${countOf(fmr.errors)} of ${countOf(fmr.pairs)} pairs of different people matched, ${percent(fmr.rate)}, but so few people could show that by chance (${rangeOf(fmr)}). Measure more of them before you go live.</div>
`;
}

function means({ candidate }: FaceGroup): string {
  const brought = Math.round(enrolled * candidate.fmr.rate);
  return `In words: whoever is searched by face among ${countOf(enrolled)} enrolled people of their own group and sex finds about ${countOf(brought)} strangers proposed, instead of ${countOf(Math.round(enrolled * promisedFmr.candidate))}.`;
}

function notKnownAgain({ worse, better }: Difference): Markup {
  const [{ fnmr }, other] = [worse.candidate, better.candidate.fnmr];
  return svg`<div class="finding above"><b>▲ People are less often known again: ${groupName(worse)}.</b>
${countOf(fnmr.errors)} of ${countOf(fnmr.pairs)} pairs of photos of one person did not match: ${percent(fnmr.rate)} (${rangeOf(fnmr)}), against ${percent(other.rate)} (${rangeOf(other)}) for ${groupName(better)}. They can be enrolled twice unless a finger or the records tell.</div>
`;
}

function notFound(groups: readonly FaceGroup[]): Markup | false {
  const lost = groups.filter(({ detectFailures }) => detectFailures > 0);
  if (lost.length === 0) return false;
  const each = lost.map(
    (group) => `${groupName(group)}: ${countOf(group.detectFailures)} of ${countOf(group.images)}`,
  );
  return svg`<div class="finding cannot-say"><b>No face was found in some photos.</b> ${each.join('; ')}. Such people cannot be enrolled by face; the rates below leave them out.</div>
`;
}

function tooFew(groups: readonly FaceGroup[]): Markup | false {
  const small = tooSmall(groups, promisedFmr.candidate);
  if (small.length === 0) return false;
  const needed = ruleOfThree(promisedFmr.candidate);
  return svg`<div class="finding cannot-say"><b>? Too few people to show that the promise is kept: ${small.length === groups.length ? 'every group here' : `${countOf(small.length)} of ${countOf(groups.length)} groups`}.</b>
To show that no more than ${oneIn(promisedFmr.candidate)} pairs of strangers match takes at least ${countOf(needed)} pairs without a single match (rule of three): ${countOf(peopleFor(needed))} people of one sex in the group. With fewer, "none seen" does not mean "none there". ${small.length < groups.length && `Too small: ${small.map(groupName).join('; ')}.`}</div>
`;
}
