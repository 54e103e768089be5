import { cardDots, drawQr, placeQr } from '../draw-qr.ts';
import { type CardDrawing, drawSide } from '../draw-side.ts';
import { drawText } from '../draw-text.ts';
import { fieldValue } from '../face.ts';
import { card, DOT } from '../layout.ts';
import type { Page } from '../page.ts';
import { readsRightToLeft } from '../runs.ts';
import type { CardLanguage } from '../words.ts';
import { drawBlocks, paragraph } from './flow.ts';
import { paperWords } from './words.ts';

type Doc = PDFKit.PDFDocument;

/*
 * The card on an A4 sheet for an office printer: front and back side by side, to be cut out and folded like a book,
 * how to do so in the person's language, and a large spare code to keep.
 */

const A4 = { width: 210, height: 297 } as const;
const snapped = (mm: number) => Math.round(mm / DOT) * DOT;
const folded = { x: snapped((A4.width - 2 * card.width) / 2), y: snapped(48) } as const;
const right = folded.x + 2 * card.width;
const below = folded.y + card.height;
/** Crop marks: how far from the corner, how long. */
const mark = { off: 1.5, length: 5 } as const;
const steps = { x: folded.x, y: below + 20, width: 98 } as const;
const spare = { x: right - 62, y: below + 20, width: 62, height: 62 } as const;
const spareDots = { ...cardDots, most: 8 } as const;
const ruler = { x: folded.x, y: below + 100, length: 50, tick: 2 } as const;
const ink = '#15191c';
const faint = '#5a6266';
const THIN = 0.15;

/** Null where the code does not fit the sheet in whole dots. */
export function sheetPage(drawing: CardDrawing, language: CardLanguage): Page | null {
  const placed = placeQr(drawing.codes.photo, spare, spareDots);
  if (placed === null) return null;
  return {
    ...A4,
    draw(doc) {
      drawHead(doc, drawing, language);
      drawCutOut(doc, drawing);
      drawSteps(doc, language);
      drawQr(doc, placed, spare, drawing.palette.pattern);
      const caption = captionOf(language);
      const under = { ...spare, y: spare.y + spare.height + 1, height: 6 };
      drawText(doc, caption, { ...under, size: 3.4, align: 'centre', stand: 'middle' }, ink);
      drawRuler(doc, language);
    },
  };
}

function drawHead(doc: Doc, { face, palette }: CardDrawing, language: CardLanguage): void {
  const column = { x: folded.x, width: 2 * card.width };
  const { title } = paperWords[language];
  const align = readsRightToLeft(title) ? 'right' : 'left';
  const head = [
    paragraph(title, column, { size: 7, bold: true, colour: palette.label, after: 2 }),
    paragraph(`${face.name} · ${fieldValue(face, 'number')}`, column, { size: 4.4, align, colour: ink }),
  ];
  drawBlocks(doc, head, 18);
}

function drawCutOut(doc: Doc, drawing: CardDrawing): void {
  for (const [index, side] of (['front', 'back'] as const).entries()) {
    doc.save();
    doc.translate(folded.x + index * card.width, folded.y);
    drawSide(doc, drawing, side);
    doc.restore();
  }
  const fold = folded.x + card.width;
  doc
    .lineWidth(THIN)
    .rect(folded.x, folded.y, 2 * card.width, card.height)
    .stroke(faint);
  for (const [x, outward] of [
    [folded.x, -1],
    [right, 1],
  ]) {
    for (const y of [folded.y, below]) {
      doc.moveTo(x + outward * mark.off, y).lineTo(x + outward * (mark.off + mark.length), y);
    }
  }
  for (const [y, outward] of [
    [folded.y, -1],
    [below, 1],
  ]) {
    for (const x of [folded.x, right]) {
      doc.moveTo(x, y + outward * mark.off).lineTo(x, y + outward * (mark.off + mark.length));
    }
  }
  doc.stroke(ink);
  const beyond = mark.off + mark.length;
  doc.moveTo(fold, folded.y - beyond).lineTo(fold, below + beyond);
  doc.lineWidth(0.25).dash(1.6, { space: 1.2 }).stroke(ink).undash();
}

function drawSteps(doc: Doc, language: CardLanguage): void {
  const english = paperWords.en.steps;
  const blocks = paperWords[language].steps.flatMap((step, index) => {
    const rightToLeft = readsRightToLeft(step);
    const native = paragraph(step, indented(rightToLeft), { size: 4.4, after: 1, colour: ink });
    const first = {
      ...native,
      draw(at: Doc, y: number) {
        drawDisc(at, index + 1, rightToLeft, y + (native.height - 1) / 2);
        native.draw(at, y);
      },
    };
    if (language === 'en') return [{ ...first, height: first.height + 5 }];
    const gloss = paragraph(english[index], indented(rightToLeft), {
      size: 2.9,
      after: 4,
      colour: faint,
      align: rightToLeft ? 'right' : 'left',
    });
    return [first, gloss];
  });
  drawBlocks(doc, blocks, steps.y);
}

const INDENT = 9;
const DISC = 3;
const indented = (rightToLeft: boolean) => ({
  x: rightToLeft ? steps.x : steps.x + INDENT,
  width: steps.width - INDENT,
});

/** A step's number, on the side from which the step is read. */
function drawDisc(doc: Doc, number: number, rightToLeft: boolean, middle: number): void {
  const x = rightToLeft ? steps.x + steps.width - 2 * DISC : steps.x;
  doc.circle(x + DISC, middle, DISC).fill(ink);
  const disc = { x, y: middle - DISC, width: 2 * DISC, height: 2 * DISC, size: 4, bold: true } as const;
  drawText(doc, String(number), { ...disc, align: 'centre', stand: 'middle' }, '#ffffff');
}

function captionOf(language: CardLanguage): string {
  const { spare: words } = paperWords[language];
  return language === 'en' ? words : `${words} / ${paperWords.en.spare}`;
}

/** A line to measure: a sheet printed at another size has a code of broken dots. */
function drawRuler(doc: Doc, language: CardLanguage): void {
  const { x, y, length, tick } = ruler;
  doc.moveTo(x, y).lineTo(x + length, y);
  for (const end of [x, x + length]) doc.moveTo(end, y - tick).lineTo(end, y + tick);
  doc.lineWidth(0.25).stroke(ink);
  const words = paragraph(
    paperWords[language].scale,
    { x, width: 100 },
    { size: 3, align: 'left', colour: faint },
  );
  words.draw(doc, y + tick + 1);
}
