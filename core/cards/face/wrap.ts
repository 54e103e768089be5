/*
 * A text into lines. Pieces are what is never parted: words, and the parts of a word joined by a hyphen. Only where
 * even a word alone is too long are words broken, between what readers see as letters.
 */

export interface Piece {
  readonly text: string;
  /** Whether a space stands before it. */
  readonly spaced: boolean;
}

type Fits = (line: string) => boolean;

const HYPHEN = /(?<=[\p{L}\p{M}]{2}[-\u2013\u2014])(?=[\p{L}\p{M}]{2})/u;
const EVENING = 0.96;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

export const piecesOf = (text: string): Piece[] =>
  text
    .trim()
    .split(/\s+/u)
    .flatMap((word) => word.split(HYPHEN).map((part, index) => ({ text: part, spaced: index === 0 })));

/** Each piece on the line before it where it fits there, else on the next. */
export function wrap(pieces: readonly Piece[], fits: Fits): string[] {
  const lines: string[] = [];
  for (const { text, spaced } of pieces) {
    const last = lines.at(-1);
    const longer = last === undefined ? text : `${last}${spaced ? ' ' : ''}${text}`;
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(text);
  }
  return lines;
}

/** The same number of lines, as narrow as they can be: no word stands alone below a full line. */
export function evened(
  pieces: readonly Piece[],
  lines: readonly string[],
  widthOf: (line: string) => number,
  widest: number,
): readonly string[] {
  let even = lines;
  for (let width = widest * EVENING; lines.length > 1; width *= EVENING) {
    const fits = (line: string) => widthOf(line) <= width;
    const narrower = wrap(pieces, fits);
    if (narrower.length > lines.length || !narrower.every(fits)) return even;
    even = narrower;
  }
  return even;
}

/** Pieces that are each as long as a line can be. */
export function broken({ text, spaced }: Piece, fits: Fits): Piece[] {
  if (fits(text)) return [{ text, spaced }];
  const parts = [''];
  for (const { segment } of segmenter.segment(text)) {
    const last = parts[parts.length - 1];
    if (last === '' || fits(last + segment)) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts.map((part, index) => ({ text: part, spaced: spaced && index === 0 }));
}
