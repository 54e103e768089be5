import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import {
  type DetPoint,
  detCurve,
  type ErrorRates,
  errorRates,
  type Scores,
} from '#models/evaluation/index.ts';
import { drawPanel, type Tick } from './axes.ts';
import { at, ink, type Markup, type Panel, percentLabel, svg } from './markup.ts';
import type { Stroke } from './palette.ts';

/*
 * DET curves on logarithmic axes. No rate that a set can measure, other than zero, reaches the lower end of an axis, so
 * zero is drawn there and the end is labelled 0.
 */

export interface DetSeries {
  readonly name: string;
  readonly scores: Scores;
  readonly stroke: Stroke;
}

export function drawDet(panel: Panel, series: readonly DetSeries[]): Markup {
  const least = {
    fmr: lowerEnd(series.map(({ scores }) => scores.impostor.length)),
    fnmr: lowerEnd(series.map(({ scores }) => scores.genuine.length)),
  };
  const x = scaleLog([least.fmr, 1], [0, panel.width]).clamp(true);
  const y = scaleLog([least.fnmr, 1], [panel.height, 0]).clamp(true);
  const path = line<DetPoint>(
    ({ fmr }) => x(fmr),
    ({ fnmr }) => y(fnmr),
  ).digits(2);
  const equal = Math.max(least.fmr, least.fnmr);
  const content = svg`
<path d="M${at(x(equal))} ${at(y(equal))}L${at(x(1))} ${at(y(1))}" stroke="${ink.faint}" stroke-dasharray="4 4"/>
<text x="${at(x(0.4))}" y="${at(y(0.4) - 8)}" font-size="12" text-anchor="end" fill="${ink.faint}">EER: FMR = FNMR</text>
${series.map(
  ({ name, scores, stroke }) => svg`<g data-series="${name}">
<path d="${path(detCurve(scores))}" fill="none" stroke="${stroke.colour}" stroke-width="${stroke.width}" stroke-dasharray="${stroke.dash}" stroke-linejoin="round"/>
${equalPoint(scores, stroke, (rate) => ({ x: x(rate), y: y(rate) }))}
</g>
`,
)}`;
  return drawPanel(
    panel,
    {
      title: 'Detection error trade-off',
      across: { name: 'false match rate (FMR)', ticks: ticks(least.fmr, x) },
      up: { name: 'false non-match rate (FNMR)', ticks: ticks(least.fnmr, y) },
    },
    content,
  );
}

/** Beside the curves: each line's name, EER and FNMR at an FMR of 0.1 %. */
export function drawDetLegend({ x, y, width, height }: Panel, series: readonly DetSeries[]): Markup {
  const row = Math.min(22, (height - 20) / series.length);
  const columns = { name: 34, eer: width - 66, fmr1000: width };
  return svg`<g transform="translate(${x} ${y})" font-size="12" fill="${ink.text}">
<g fill="${ink.faint}" text-anchor="end">
<text x="${columns.eer}" y="10">EER</text><text x="${columns.fmr1000}" y="10">FMR1000</text>
</g>
${series.map(({ name, scores, stroke }, place) => {
  const { eer, fmr1000 } = errorRates(scores.genuine, scores.impostor);
  return svg`<g transform="translate(0 ${at(20 + row * place)})">
<path d="M0 8H26" stroke="${stroke.colour}" stroke-width="${stroke.width}" stroke-dasharray="${stroke.dash}"/>
<text x="${columns.name}" y="12">${shortened(name)}</text>
<g text-anchor="end"><text x="${columns.eer}" y="12">${exact(eer)}</text><text x="${columns.fmr1000}" y="12">${exact(fmr1000)}</text></g>
</g>
`;
})}
</g>
`;
}

/** The power of ten below the lowest rate that these numbers of pairs can measure; 0.01 % at most. */
function lowerEnd(pairs: readonly number[]): number {
  return Math.min(1e-4, 10 ** Math.floor(Math.log10(0.5 / Math.max(...pairs))));
}

function ticks(least: number, scale: (rate: number) => number): Tick[] {
  const decades = Math.round(-Math.log10(least));
  return Array.from({ length: decades + 1 }, (_, i) => {
    const rate = 10 ** (i - decades);
    return { place: scale(rate), label: i === 0 ? '0' : percentLabel(rate) };
  });
}

function equalPoint(
  { genuine, impostor }: Scores,
  { colour }: Stroke,
  place: (rate: ErrorRates['eer']) => { x: number; y: number },
): Markup | null {
  const { eer } = errorRates(genuine, impostor);
  if (eer === 0) return null;
  const { x, y } = place(eer);
  return svg`<circle cx="${at(x)}" cy="${at(y)}" r="3.5" fill="${colour}" stroke="${ink.paper}"/>`;
}

function exact(rate: number): string {
  return `${(100 * rate).toFixed(2)} %`;
}

const longestName = 22;

function shortened(name: string): string {
  return name.length > longestName ? `…${name.slice(1 - longestName)}` : name;
}
