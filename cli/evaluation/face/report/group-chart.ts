import { scaleLog } from 'd3-scale';
import type { PairRate } from '#models/evaluation/index.ts';
import { type ErrorKind, type FaceGroup, promisedFmr } from '#models/face/index.ts';
import { drawPanel } from '../../chart/axes.ts';
import { at, ink, type Markup, type Panel, percentLabel, svg } from '../../chart/markup.ts';
import { genuineColour, impostorColour } from '../../chart/palette.ts';
import { groupName } from '../wording.ts';

/*
 * Both errors of every group beside each other: a dot for what was measured, a line for what it may be. Zero has no
 * logarithm and is drawn at the left end.
 */

const row = 26;
const panels = { names: 172, width: 214, gap: 44, top: 34, margin: 28 } as const;

export function drawGroups(groups: readonly FaceGroup[], threshold: keyof typeof promisedFmr): Markup {
  const height = row * groups.length;
  const whole = {
    width: panels.names + 2 * panels.width + panels.gap + panels.margin,
    height: panels.top + height + 52,
  };
  const left = { x: panels.names, y: panels.top, width: panels.width, height };
  const right = { ...left, x: panels.names + panels.width + panels.gap };
  return svg`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.width} ${whole.height}" role="img" aria-label="False match and false non-match rates of every group with their 95 % confidence intervals at the threshold ${threshold}; the table below has the same numbers.">
${drawRates(left, groups, threshold, 'fmr')}
${drawRates(right, groups, threshold, 'fnmr')}
</svg>`;
}

const titles = {
  fmr: { title: 'False match rate', axis: 'strangers taken for one person' },
  fnmr: { title: 'False non-match rate', axis: 'people not known again' },
} as const;

function drawRates(
  panel: Panel,
  groups: readonly FaceGroup[],
  threshold: keyof typeof promisedFmr,
  kind: ErrorKind,
): Markup {
  const promised = promisedFmr[threshold];
  const least = kind === 'fmr' ? promised / 10 : 1e-4;
  const x = scaleLog([least, 1], [0, panel.width]).clamp(true);
  const middle = (at: number) => (at + 0.5) * row;
  const decades = Math.round(-Math.log10(least));
  const marks = Array.from({ length: decades + 1 }, (_, i) => 10 ** (i - decades));
  const content = svg`${kind === 'fmr' && promise(x(promised), panel.height)}
${groups.map(({ [threshold]: rates }, place) => whisker(rates[kind], middle(place), x, kind === 'fmr' ? impostorColour : genuineColour))}`;
  return drawPanel(
    panel,
    {
      title: titles[kind].title,
      across: {
        name: titles[kind].axis,
        ticks: marks
          .filter((_, i) => i === 0 || (decades - i) % (decades > 4 ? 2 : 1) === 0)
          .map((rate, i) => ({ place: x(rate), label: i === 0 ? '0' : percentLabel(rate) })),
      },
      up: {
        ticks: groups.map((group, place) => ({
          place: middle(place),
          label: kind === 'fmr' ? shortened(groupName(group)) : '',
        })),
      },
    },
    content,
  );
}

function promise(x: number, height: number): Markup {
  return svg`<path d="M${at(x)} 0V${height}" stroke="${ink.text}" stroke-width="1.25" stroke-dasharray="4 3"/>`;
}

function whisker(
  { pairs, rate, low, high }: PairRate,
  y: number,
  x: (rate: number) => number,
  colour: string,
): Markup {
  // Zero is brought to the end of the axis.
  const place = (value: number) => at(x(Math.max(value, Number.MIN_VALUE)));
  if (pairs === 0)
    return svg`<text x="${place(0.01)}" y="${at(y + 4)}" font-size="11" fill="${ink.faint}">nothing compared</text>`;
  return svg`<path d="M${place(low)} ${at(y)}H${place(high)}" stroke="${colour}" stroke-width="5" stroke-opacity="0.35"/><circle cx="${place(rate)}" cy="${at(y)}" r="4.5" fill="${colour}" stroke="${ink.paper}"/>
`;
}

const longestName = 26;

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}
