/*
 * Places and sizes on a card or paper, in millimetres from the top left corner. An ID-1 card is 85.6 x 53.98 mm
 * (ISO/IEC 7810); where things stand on it is the template's to say.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Align = 'left' | 'centre' | 'right';

/** A box of text: its largest size (the em, in mm) and where short text stands in it. */
export interface TextBox extends Box {
  readonly size: number;
  readonly bold?: boolean;
  /** Physical, whichever way the text reads. */
  readonly align?: Align;
  /** Where lines that do not fill the height stand. */
  readonly stand?: 'top' | 'middle' | 'bottom';
}

export const POINTS_PER_MM = 72 / 25.4;
/** Card printers draw 300 dots an inch. */
export const DOT = 25.4 / 300;
/** Thermal slip printers draw 8 dots a millimetre, sold as 203 dpi. */
export const SLIP_DOT = 1 / 8;

export const card = { width: 85.6, height: 53.98 } as const;
