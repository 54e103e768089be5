import type { PairRate } from '#models/evaluation/index.ts';
import { type FaceGroup, type promisedFmr, promisedFmr as promises } from '#models/face/index.ts';
import { type Markup, svg } from '../../chart/markup.ts';
import { countOf, groupName, oneIn, percent, rangeOf } from '../wording.ts';
import { keepsPromise, type Verdict } from './findings.ts';

/** The rates of every group at one threshold, and whether they keep what it promises. */
export function ratesTable(groups: readonly FaceGroup[], threshold: keyof typeof promisedFmr): Markup {
  const promised = promises[threshold];
  return svg`<table>
<caption>At the threshold <b>${threshold}</b>, which promises that ${oneIn(promised)} pairs of strangers match. In small print: errors of pairs compared, and the 95 % confidence interval.</caption>
<thead><tr><th scope="col">Group</th><th scope="col" class="n">People</th><th scope="col" class="n">Photos <small>without a template</small></th><th scope="col" class="n">False match rate</th><th scope="col">Promise kept?</th><th scope="col" class="n">False non-match rate</th></tr></thead>
<tbody>
${groups.map((group) => groupRow(group, threshold, promised))}
</tbody>
</table>`;
}

function groupRow(group: FaceGroup, threshold: keyof typeof promisedFmr, promised: number): Markup {
  const { people, images, detectFailures, [threshold]: rates } = group;
  const verdict = keepsPromise(rates.fmr, promised);
  return svg`<tr><th scope="row">${groupName(group)}</th><td class="n">${countOf(people)}</td><td class="n">${countOf(images)} <small>${countOf(detectFailures)}</small></td><td class="n">${rateCell(rates.fmr)}</td><td class="${verdict}">${verdictWords[verdict]}</td><td class="n">${rateCell(rates.fnmr)}</td></tr>
`;
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  above: '▲ No',
  within: '✓ Yes',
  'cannot-say': '? Too few to say',
  nothing: '– Nothing compared',
};

function rateCell(rate: PairRate): Markup {
  if (rate.pairs === 0) return svg`–`;
  return svg`${percent(rate.rate)}<small>${countOf(rate.errors)} of ${countOf(rate.pairs)}<br>${rangeOf(rate)}</small>`;
}
