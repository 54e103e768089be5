import type { FingerPosition } from '#core/api/contract.ts';

/*
 * A pair of hands as seen by their owner, backs up: each finger a thick line from its root to its tip. The left
 * hand is drawn; the right one is its mirror image.
 */

export const drawing = { width: 480, height: 260 } as const;

interface Stroke {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
}

const leftHand = {
  'left-little': { x1: 62, y1: 150, x2: 34, y2: 82, width: 26 },
  'left-ring': { x1: 88, y1: 138, x2: 74, y2: 44, width: 29 },
  'left-middle': { x1: 118, y1: 132, x2: 117, y2: 26, width: 30 },
  'left-index': { x1: 148, y1: 138, x2: 161, y2: 46, width: 29 },
  'left-thumb': { x1: 158, y1: 204, x2: 214, y2: 142, width: 32 },
} as const;

/** Outline of the left palm, from wrist to finger roots. */
export const leftPalm =
  'M66 150 Q116 118 164 146 Q176 190 160 222 Q150 246 114 246 Q78 246 68 216 Q56 184 66 150 Z';

const mirror = (stroke: Stroke): Stroke => ({
  ...stroke,
  x1: drawing.width - stroke.x1,
  x2: drawing.width - stroke.x2,
});

/** Where each finger is drawn, in units of the drawing. */
export const strokes: Readonly<Record<FingerPosition, Stroke>> = {
  ...leftHand,
  'right-little': mirror(leftHand['left-little']),
  'right-ring': mirror(leftHand['left-ring']),
  'right-middle': mirror(leftHand['left-middle']),
  'right-index': mirror(leftHand['left-index']),
  'right-thumb': mirror(leftHand['left-thumb']),
};
