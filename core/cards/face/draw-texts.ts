import { drawFitted } from './draw-text.ts';
import { fitText, heightOf } from './fit.ts';
import type { Align, Box } from './layout.ts';

type Doc = PDFKit.PDFDocument;

export interface TextLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  /** Of the box's height, at most. */
  readonly share: number;
}

export interface TextsStyle {
  readonly align: Align;
  readonly stand: 'top' | 'middle';
  readonly colour: string;
}

/** Between texts, in mm: kept always, and taken where the box has it to spare. */
const GAP = { least: 0.4, most: 0.9 } as const;

/**
 * Texts one below the other. Those that are empty or repeat one above are left out; each of the others has its share
 * of the box to fit into, and what is spare is left around them. One alone may be as large as the largest.
 */
export function drawTexts(doc: Doc, lines: readonly TextLine[], box: Box, style: TextsStyle): void {
  const present = lines.filter(
    ({ text }, index) => text !== '' && lines.findIndex((line) => line.text === text) === index,
  );
  const shares = present.reduce((sum, { share }) => sum + share, 0);
  const largest = Math.max(...lines.map(({ size }) => size));
  const gaps = present.length - 1;
  const room = box.height - GAP.least * gaps;
  const fitted = present.map(({ text, size, bold, share }) => {
    const height = (room * share) / shares;
    const inside = { ...box, height, size: present.length === 1 ? largest : size, bold };
    const fit = fitText(text, inside);
    return { text, inside, fit, height: heightOf(fit) };
  });
  // What a short line leaves goes to those that could be larger: nastaliq stands tall.
  for (const line of fitted) {
    const left = room - fitted.reduce((sum, { height }) => sum + height, 0);
    if (line.fit.size === line.inside.size) continue;
    line.fit = fitText(line.text, { ...line.inside, height: line.height + left });
    line.height = heightOf(line.fit);
  }
  const spare = box.height - fitted.reduce((sum, { height }) => sum + height, 0);
  const gap = Math.max(GAP.least, Math.min(GAP.most, spare / present.length));
  let y = box.y + (style.stand === 'middle' ? (spare - gap * gaps) / 2 : 0);
  for (const { inside, fit, height } of fitted) {
    drawFitted(doc, fit, { ...inside, y, height, align: style.align }, style.colour);
    y += height + gap;
  }
}
