import { type FittedText, fitText, heightOf, leadingOf } from './fit.ts';
import type { TextBox } from './layout.ts';

type Doc = PDFKit.PDFDocument;

/** Draws text as filled outlines inside its box, fitted. */
export function drawText(doc: Doc, text: string, box: TextBox, colour: string): void {
  drawFitted(doc, fitText(text, box), box, colour);
}

/** Draws text that was fitted before. */
export function drawFitted(doc: Doc, fitted: FittedText, box: TextBox, colour: string): void {
  const { align = 'left' } = box;
  const { size, lines, rightToLeft } = fitted;
  const widest = Math.max(...lines.map(({ width }) => width)) * size;
  const block = box.x + (box.width - widest) * indents[align];
  const spare = box.height - heightOf(fitted);
  let top = box.y + spare * shares[box.stand ?? 'top'];
  for (const line of lines) {
    // Lines of a text that reads from the right begin at one right edge, wherever the text stands.
    const left =
      block + (widest - line.width * size) * (rightToLeft && align === 'left' ? 1 : indents[align]);
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
const indents = { left: 0, centre: 0.5, right: 1 } as const;
