import { type FaceGroup, promisedFmr } from '#models/face/index.ts';
import { type Markup, svg } from '../../chart/markup.ts';
import { countOf, groupName, oneIn, percent, upward } from '../wording.ts';
import { ruleOfThree } from './findings.ts';

/** For each group the lowest threshold at which its strangers match no more often than promised. */
/** @param inUse the threshold for candidates, a cosine */
export function carryingTable(groups: readonly FaceGroup[], inUse: number): Markup {
  return svg`<table>
<caption>The lowest threshold at which at most ${oneIn(promisedFmr.candidate)} pairs of strangers of the group match in this set. <b>candidate</b> is now ${inUse}.</caption>
<thead><tr><th scope="col">Group</th><th scope="col" class="n">Threshold needed</th><th scope="col" class="n">Not known again then</th><th scope="col" class="n">now</th><th scope="col">Can this set show it?</th></tr></thead>
<tbody>
${groups.map(groupRow)}
</tbody>
</table>`;
}

function groupRow(group: FaceGroup): Markup {
  const { carrying, candidate } = group;
  const enough = carrying.threshold <= candidate.threshold;
  const needed = enough ? "today's, as far as seen" : upward(carrying.threshold);
  const cells =
    candidate.fmr.pairs === 0
      ? svg`<td class="n">–</td><td class="n">–</td>`
      : svg`<td class="n">${needed}</td><td class="n">${percent(enough ? candidate.fnmr.rate : carrying.fnmr)}</td>`;
  return svg`<tr><th scope="row">${groupName(group)}</th>${cells}<td class="n">${percent(candidate.fnmr.rate)}</td><td>${shown(group)}</td></tr>
`;
}

function shown({ carrying, candidate }: FaceGroup): string {
  if (carrying.shown) return 'Yes, if pairs were independent';
  return `No: ${countOf(candidate.fmr.pairs)} of ${countOf(ruleOfThree(promisedFmr.candidate))} pairs needed`;
}
