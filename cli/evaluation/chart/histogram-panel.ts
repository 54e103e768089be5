import { scaleLinear, scaleLog } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { histogram, promisedRate, type Scores } from '#models/evaluation/index.ts';
import { drawPanel } from './axes.ts';
import { at, ink, type Markup, type Panel, svg } from './markup.ts';
import { genuineColour, impostorColour } from './palette.ts';

/*
 * How often each score occurs, genuine against impostor, counted on a logarithmic axis because the few impostors that
 * score high are what matters. A dotted line shows the impostors that calibrated decibels promise.
 */

/** Where a decision is taken, in decibels. */
export interface Thresholds {
  readonly candidate: number;
  readonly match: number;
  /** Scores beyond this share the last bin: how far above no longer matters. */
  readonly most: number;
}

const binDecibels = 2;
/** A count of one stands visibly above the lower end, where zero is. */
const leastCount = 0.6;

export function drawHistogram(panel: Panel, scores: Scores, thresholds: Thresholds): Markup {
  const to = thresholds.most;
  const bins = { from: 0, to, count: Math.ceil(to / binDecibels) };
  const genuine = histogram(scores.genuine, bins);
  const impostor = histogram(scores.impostor, bins);
  const x = scaleLinear([0, to], [0, panel.width]);
  const most = 2 * Math.max(...genuine, ...impostor);
  const y = scaleLog([leastCount, most], [panel.height, 0]).clamp(true);

  const edge = (bin: number) => x((bin * to) / bins.count);
  const steps = area<number>()
    .x((_, bin) => edge(bin))
    .y0(panel.height)
    .y1((count) => y(Math.max(count, leastCount)))
    .curve(curveStepAfter)
    .digits(2);
  const promised = line<number>(
    (_, bin) => edge(bin + 0.5),
    (count) => y(Math.max(count, leastCount)),
  ).digits(2);
  const bars = (series: string, counts: readonly number[], colour: string) =>
    // The last count again, so that the last bin has a right edge.
    svg`<path data-series="${series}" d="${steps([...counts, counts[counts.length - 1]])}" fill="${colour}" fill-opacity="0.3" stroke="${colour}" stroke-width="1.25"/>
`;
  const content = svg`
${bars('impostor', impostor, impostorColour)}${bars('genuine', genuine, genuineColour)}
<path d="${promised(promisedCounts(scores.impostor.length, bins.count))}" fill="none" stroke="${ink.text}" stroke-width="1.5" stroke-dasharray="1.5 3"/>
${threshold('candidate', x(thresholds.candidate), thresholds.candidate, panel, -5)}
${threshold('match', x(thresholds.match), thresholds.match, panel, 14)}
`;
  return drawPanel(
    panel,
    {
      title: 'Scores',
      across: {
        name: 'score, dB',
        ticks: x
          .ticks(6)
          .map((score) => ({ place: x(score), label: score === to ? `${score} +` : `${score}` })),
      },
      up: {
        name: `comparisons per ${binDecibels} dB`,
        ticks: powersOfTen(most).map((count) => ({ place: y(count), label: count.toLocaleString('en') })),
      },
    },
    content,
  );
}

/** Below the histogram: what its colours and its dotted line mean. */
export function drawHistogramLegend(x: number, y: number, { genuine, impostor }: Scores): Markup {
  const swatch = (left: number, colour: string, label: string) =>
    svg`<rect x="${left}" y="-9" width="14" height="10" fill="${colour}" fill-opacity="0.3" stroke="${colour}"/><text x="${left + 20}" y="0">${label}</text>
`;
  return svg`<g transform="translate(${x} ${y})" font-size="12" fill="${ink.text}">
${swatch(0, genuineColour, `genuine (${genuine.length.toLocaleString('en')})`)}
${swatch(130, impostorColour, `impostor (${impostor.length.toLocaleString('en')})`)}
<path d="M276 -4H296" stroke="${ink.text}" stroke-width="1.5" stroke-dasharray="1.5 3"/><text x="302" y="0">impostors promised</text>
</g>
`;
}

/** Of this many impostors, how many score within each bin when d decibels are reached at a rate of 10^(−d/10). */
function promisedCounts(impostors: number, bins: number): number[] {
  return Array.from({ length: bins }, (_, bin) => {
    const beyond = bin + 1 < bins ? promisedRate((bin + 1) * binDecibels) : 0;
    return impostors * (promisedRate(bin * binDecibels) - beyond);
  });
}

function threshold(name: string, x: number, decibels: number, { height }: Panel, beside: number): Markup {
  return svg`<g data-threshold="${name}"><path d="M${at(x)} 0V${height}" stroke="${ink.text}" stroke-width="1.25"/>
<text transform="translate(${at(x + beside)} 8) rotate(-90)" font-size="12" text-anchor="end" fill="${ink.text}">${name} ${decibels} dB</text></g>
`;
}

function powersOfTen(most: number): number[] {
  return Array.from({ length: Math.floor(Math.log10(most)) + 1 }, (_, power) => 10 ** power);
}
