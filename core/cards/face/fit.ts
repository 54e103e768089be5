import type { Weight } from './fonts.ts';
import type { TextBox } from './layout.ts';
import { readsRightToLeft } from './runs.ts';
import { type ShapedLine, shapeLine } from './shape.ts';
import { broken, evened, piecesOf, wrap } from './wrap.ts';

/*
 * Text into its box, whatever its length. From the box's own size downwards the text is wrapped at spaces, and the
 * first size at which all lines fit the box is taken: a long name first shrinks on one line, then, once two fit the
 * height, breaks. Below a readable size words break too, between what readers see as letters. Nothing is cut off.
 * Lines are then evened out, so that no word stands alone below a full line.
 */

export interface FittedText {
  /** The em, in mm. */
  readonly size: number;
  readonly lines: readonly ShapedLine[];
  readonly rightToLeft: boolean;
}

const STEP = 0.97;
/** Below 1.5 mm (4.3 pt), and below half the size it should have, a broken word is better than a smaller one. */
const READABLE = 1.5;
const HALF = 0.5;
const LEADING = 0.06;

/** The height of lines set in this size, in mm. */
export function heightOf({ size, lines }: Pick<FittedText, 'size' | 'lines'>): number {
  const ink = lines.reduce((sum, { above, below }) => sum + above + below, 0);
  return size * (ink + LEADING * (lines.length - 1));
}

/** The distance from a line's lower edge to the next one's upper edge, in mm. */
export const leadingOf = ({ size }: FittedText) => size * LEADING;

/** The text at the largest size at which it fits the box. */
export function fitText(text: string, box: TextBox): FittedText {
  const weight: Weight = box.bold ? 'bold' : 'regular';
  const words = piecesOf(text);
  const cache = new Map<string, ShapedLine>();
  const shaped = (line: string) => {
    const known = cache.get(line) ?? shapeLine(line, weight);
    cache.set(line, known);
    return known;
  };
  for (let size = box.size; ; size *= STEP) {
    const fits = (line: string) => shaped(line).width * size <= box.width;
    const pieces =
      size < Math.max(READABLE, box.size * HALF) ? words.flatMap((word) => broken(word, fits)) : words;
    const lines = wrap(pieces, fits);
    if (!lines.every(fits) || heightOf({ size, lines: lines.map(shaped) }) > box.height) continue;
    const even = evened(pieces, lines, (line) => shaped(line).width * size, box.width);
    const fitted = { size, lines: even.map(shaped), rightToLeft: readsRightToLeft(text) };
    return heightOf(fitted) <= box.height ? fitted : { ...fitted, lines: lines.map(shaped) };
  }
}
