/*
 * Lines that people with any colour vision tell apart: the colours of Okabe and Ito (2008) without the yellow, which is
 * faint on white; when they run out the lines are dashed as well.
 */

export interface Stroke {
  readonly colour: string;
  readonly dash: string;
  readonly width: number;
}

const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'] as const;
const dashes = ['none', '7 3', '2 3'] as const;

export const genuineColour = '#0072b2';
export const impostorColour = '#d55e00';
export const allTogether: Stroke = { colour: '#000000', dash: 'none', width: 3 };

/** The line of one of several sets; after eighteen they repeat. */
export function strokeOf(place: number): Stroke {
  const colour = colours[place % colours.length];
  return { colour, dash: dashes[Math.floor(place / colours.length) % dashes.length], width: 1.75 };
}
