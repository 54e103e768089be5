import { at, ink, type Markup, type Panel, svg } from './markup.ts';

/** A labelled place on an axis, in the panel's own coordinates. */
export interface Tick {
  readonly place: number;
  readonly label: string;
}

interface Axes {
  readonly title: string;
  readonly across: { readonly name: string; readonly ticks: readonly Tick[] };
  readonly up: { readonly name?: string; readonly ticks: readonly Tick[] };
}

/** Grid, labels and frame of a panel; what it shows is drawn over it, from the panel's top-left corner. */
export function drawPanel(
  { x, y, width, height }: Panel,
  { title, across, up }: Axes,
  content: Markup,
): Markup {
  const middle = height / 2;
  return svg`<g transform="translate(${x} ${y})">
<text x="0" y="-14" font-size="15" font-weight="600" fill="${ink.text}">${title}</text>
<g stroke="${ink.grid}" stroke-width="1">
${across.ticks.map(({ place }) => svg`<path d="M${at(place)} 0V${height}"/>`)}
${up.ticks.map(({ place }) => svg`<path d="M0 ${at(place)}H${width}"/>`)}
</g>
<g font-size="12" fill="${ink.faint}">
<g text-anchor="middle">${across.ticks.map(({ place, label }) => svg`<text x="${at(place)}" y="${height + 18}">${label}</text>`)}</g>
<g text-anchor="end">${up.ticks.map(({ place, label }) => svg`<text x="-8" y="${at(place + 4)}">${label}</text>`)}</g>
</g>
<g font-size="13" fill="${ink.text}" text-anchor="middle">
<text x="${width / 2}" y="${height + 42}">${across.name}</text>
${up.name && svg`<text transform="translate(-58 ${middle}) rotate(-90)">${up.name}</text>`}
</g>
${content}
<rect width="${width}" height="${height}" fill="none" stroke="${ink.faint}"/>
</g>
`;
}
