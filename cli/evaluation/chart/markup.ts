import { html } from 'hono/html';

/** Escapes what is put into it; a piece of markup stays markup. SVG is close enough to HTML for it. */
export const svg = html;
export type Markup = ReturnType<typeof svg>;

export const ink = { text: '#1a1a1a', faint: '#5f6368', grid: '#d9dce0', paper: '#ffffff' } as const;

/** A place in the picture, in its units (pixels at 96 dpi). */
export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Coordinates to a hundredth, which is finer than any screen. */
export function at(coordinate: number): string {
  return String(Math.round(coordinate * 100) / 100);
}

/** Share → `0.1 %`, without needless zeros. */
export function percentLabel(rate: number): string {
  return `${Number((100 * rate).toPrecision(6))} %`;
}
