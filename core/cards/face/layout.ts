/*
 * The front of the card as data, in millimetres from its top left corner. An ID-1 card is 85.6 x 53.98 mm
 * (ISO/IEC 7810). Text keeps 3 mm from every edge because card printers cut and laminate unevenly.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A box of text: its largest size (the em, in mm) and where short text stands in it. */
export interface TextBox extends Box {
  readonly size: number;
  readonly bold?: boolean;
  readonly align?: 'start' | 'centre' | 'end';
  /** Where lines that do not fill the height stand. */
  readonly stand?: 'top' | 'middle' | 'bottom';
}

/** A label and its value, below it or beside it. */
export type Field = Readonly<Record<'label' | 'value' | 'beside', TextBox>>;

export const POINTS_PER_MM = 72 / 25.4;
/** Card printers draw 300 dots an inch. */
export const DOT = 25.4 / 300;

export const card = { width: 85.6, height: 53.98 } as const;

const margin = 4;
const column = { x: 25.6, width: 27.6 } as const;
const half = (column.width - 1) / 2;
const label = { height: 2.8, size: 1.6, stand: 'bottom' } as const;
const value = { height: 2.9, size: 2.45, stand: 'top' } as const;
/** Labels reach up into the space the row above leaves, for scripts that stand tall. */
const LABEL_RISE = 0.8;
const valueDrop = label.height - LABEL_RISE + 0.05;

/** A label with its value below; or, for a script that needs the height of both, beside it. */
const field = (x: number, y: number, width: number) => ({
  label: { x, y: y - LABEL_RISE, width, ...label },
  value: { x, y: y + valueDrop, width, ...value },
  beside: { x: x + width * 0.45, y, width: width * 0.55, ...value, height: valueDrop + value.height },
});

export const front = {
  band: { x: 0, y: 0, width: card.width, height: 11 },
  rule: { x: 0, y: 11, width: card.width, height: 0.7 },
  titleNative: { x: margin, y: 1.5, width: 56, height: 5.4, size: 4, bold: true, stand: 'middle' },
  title: { x: margin, y: 6.9, width: 56, height: 3, size: 2.3, stand: 'middle' },
  /** Where programme and language agree, one title fills the band. */
  titleAlone: { x: margin, y: 2, width: 56, height: 7.6, size: 4.4, bold: true, stand: 'middle' },
  rosette: { x: 75.5, y: 5.5, radius: 9 },
  provisional: { x: 58, y: 2.9, width: 23.6, height: 5.2 },

  portrait: { x: margin, y: 14, width: 19.5, height: 26 },
  nameNative: {
    x: column.x,
    y: 13.4,
    width: column.width,
    height: 6.8,
    size: 4,
    bold: true,
    stand: 'middle',
  },
  name: { x: column.x, y: 20.3, width: column.width, height: 5.4, size: 3, bold: true, stand: 'middle' },
  nameAlone: {
    x: column.x,
    y: 13.6,
    width: column.width,
    height: 11.6,
    size: 4,
    bold: true,
    stand: 'middle',
  },
  sex: field(column.x, 26, half),
  birth: field(column.x + half + 1, 26, half),
  /** Guardian and area, one below the other; who has no guardian leaves no gap. */
  rows: [field(column.x, 31.3, column.width), field(column.x, 36.6, column.width)],

  /** The QR with its quiet zone, white. */
  qr: { x: 54.6, y: 13.2, width: 28, height: 28 },
  numberLabel: { x: margin, y: 42.6, width: 46, ...label },
  number: { x: margin, y: 45.6, width: 48, height: 5, size: 4.9, bold: true, stand: 'middle' },
  issued: { x: 54.6, y: 42.6, width: 28, ...label, align: 'centre' },
  issuedOn: { x: 54.6, y: 46, width: 28, ...value, align: 'centre' },
} as const satisfies Record<string, Box | TextBox | Circle | Field | readonly Field[]>;
