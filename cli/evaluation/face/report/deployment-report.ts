import { html } from 'hono/html';
import type { FaceEvaluation, FaceGroup, FaceThresholds } from '#models/face/index.ts';
import { type Markup, svg } from '../../chart/markup.ts';
import type { Groups } from '../groups-file.ts';
import { countOf, percent, spaced } from '../wording.ts';
import { carryingTable } from './carrying-table.ts';
import { drawGroups } from './group-chart.ts';
import { method } from './method.ts';
import { policy } from './policy.ts';
import { ratesTable } from './rates-table.ts';
import { style } from './style.ts';
import { summary } from './summary.ts';

export interface Measured {
  readonly name: string;
  readonly evaluation: FaceEvaluation;
  readonly unreadable: number;
  /** Everybody first. */
  readonly measured: readonly FaceGroup[];
  readonly groups: Groups | null;
}

/** What a programme should know of the engine's errors by group before it goes live: one HTML page that needs nothing else. */
export async function deploymentReport(given: Measured): Promise<string> {
  const { name, evaluation, measured, groups } = given;
  const [everybody, ...others] = measured;
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Faces by group: ${name}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Does face recognition treat everybody alike?</h1>
<p class="what">${setLine(given)}<br>This page holds no picture, no name and no template of anybody.</p>
<h2>What you must know</h2>
${summary(everybody, others)}
<h2>How to read this</h2>
${reading}
${atThreshold(evaluation, measured, 'candidate', 'When the kiosk proposes a candidate')}
<h2>What to do about it</h2>
${policy(evaluation, others)}
${carryingTable(measured, evaluation.engine.thresholds.candidate)}
${atThreshold(evaluation, measured, 'match', 'At the stricter threshold')}
<h2>The whole set</h2>
${wholeSet(given)}
<h2>What was counted, and how sure it is</h2>
${method(groups?.sex ? spaced(groups.sex.by) : null, groups?.leftOut.map(spaced) ?? [])}
</main>
</body>
</html>
`;
  return String(page);
}

function setLine({ name, evaluation }: Measured): string {
  const { images, people } = evaluation.figures;
  const today = new Date().toISOString().slice(0, 10);
  return `${name} · ${countOf(images)} photos of ${countOf(people)} people · engine ${evaluation.engine.id} · ${today}`;
}

const reading = svg`<dl>
<dt>False match</dt><dd>Two different people are taken for one. It brings up strangers as candidates.</dd>
<dt>False non-match</dt><dd>Two photos of one person are not taken for the same. The person is not found again and can be enrolled twice.</dd>
<dt>95 % confidence interval</dt><dd>Another set of people of the same group would give another rate. The range holds the true one in about 95 of 100 such sets. A wide range means that too few people were measured.</dd>
<dt>Groups overlap</dt><dd>Everybody is in one group by sex, one by age, and so on. A group by age can look worse because of who else happens to be in it.</dd>
</dl>`;

function atThreshold(
  { engine }: FaceEvaluation,
  groups: readonly FaceGroup[],
  threshold: keyof FaceThresholds,
  title: string,
): Markup {
  return svg`<h2>${title} (threshold ${engine.thresholds[threshold]})</h2>
<figure>${drawGroups(groups, threshold)}
<figcaption>Dots are what was measured, bars the 95 % confidence intervals, the dashed line what the threshold promises. Each step to the right is ten times as much.</figcaption></figure>
${ratesTable(groups, threshold)}`;
}

function wholeSet({ evaluation, unreadable }: Measured): Markup {
  const { figures } = evaluation;
  const rows = [
    ['Photos without a template', countOf(figures.detectFailures)],
    ['Files that are no picture', countOf(unreadable)],
    ['Pairs of one person, of strangers', `${countOf(figures.genuine)}, ${countOf(figures.impostor)}`],
    ['Equal error rate', percent(figures.eer)],
    [
      'Known again when 1 in 100, 1,000, 10,000 pairs of strangers match',
      [figures.tarAtFar1e2, figures.tarAtFar1e3, figures.tarAtFar1e4].map(percent).join(', '),
    ],
    ['Found first among all photos of the set', percent(figures.rank1)],
  ];
  return svg`<table><caption>All pairs, of both sexes and all groups</caption><tbody>
${rows.map(([what, value]) => svg`<tr><th scope="row">${what}</th><td class="n">${value}</td></tr>`)}
</tbody></table>`;
}
