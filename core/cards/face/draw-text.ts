import { fitText, heightOf, leadingOf } from './fit.ts';
import type { TextBox } from './layout.ts';
import { readsRightToLeft } from './runs.ts';

type Doc = PDFKit.PDFDocument;

/** The same box for a text of either direction: on the front everything hangs from the left edges. */
export function leftAligned(text: string, box: TextBox): TextBox {
  return box.align === 'centre' ? box : { ...box, align: readsRightToLeft(text) ? 'end' : 'start' };
}

/** Draws text as filled outlines inside its box, fitted. Text that reads right to left starts at the right. */
export function drawText(doc: Doc, text: string, box: TextBox, colour: string): void {
  const fitted = fitText(text, box);
  const { size, lines } = fitted;
  const spare = box.height - heightOf(fitted);
  let top = box.y + spare * shares[box.stand ?? 'top'];
  for (const line of lines) {
    const left = box.x + (box.width - line.width * size) * alignment(text, box);
    const baseline = top + line.above * size;
    for (const { outline, unit, x, y } of line.glyphs) {
      if (outline === '') continue;
      const scale = unit * size;
      doc.save();
      doc.transform(scale, 0, 0, -scale, left + x * size, baseline - y * size);
      doc.path(outline).fill(colour);
      doc.restore();
    }
    top += (line.above + line.below) * size + leadingOf(fitted);
  }
}

const shares = { top: 0, middle: 0.5, bottom: 1 } as const;

/** The share of a line's spare width that goes to its left. */
function alignment(text: string, { align = 'start' }: TextBox): number {
  if (align === 'centre') return 0.5;
  return readsRightToLeft(text) === (align === 'start') ? 1 : 0;
}
