import { drawFields } from '../draw-fields.ts';
import { drawQr, placeQr, type QrMatrix } from '../draw-qr.ts';
import type { CardDrawing } from '../draw-side.ts';
import { drawText } from '../draw-text.ts';
import { fieldValue } from '../face.ts';
import { SLIP_DOT } from '../layout.ts';
import type { Page } from '../page.ts';
import { type CardLanguage, type FieldName, labelOf } from '../words.ts';
import { type Block, drawBlocks, heightOfAll, type Lettering, paragraph, space } from './flow.ts';
import { paperWords } from './words.ts';

/*
 * The card as a slip of an 80 mm thermal printer: as long as it needs to be, black alone, the code in whole dots of
 * 203 dpi. A photo would be a grey smudge, so the code that carries one is printed where the card has it.
 */

const WIDTH = 80;
/** The print head is 72 mm wide. */
const column = { x: 4, width: 72 } as const;
/** The code's box, on whole dots. */
const code = { x: 10, width: 60, height: 60 } as const;
const dots = { size: SLIP_DOT, most: 6, fewest: 3 } as const;
const ROW = 9;
/** What the cutter leaves above and below. */
const FEED = 5;
const black = '#000000';

/** Null where the code does not fit the slip in whole dots. */
export function slipPage(drawing: CardDrawing, language: CardLanguage): Page | null {
  const { face } = drawing;
  const qr = codeBlock(drawing.codes.photo);
  if (qr === null) return null;
  const { programme } = face;
  const centred = (text: string, lettering: Lettering) =>
    paragraph(text, column, { align: 'centre', ...lettering });
  const words = paperWords[language];
  const blocks = [
    space(FEED),
    centred(programme.titleNative, { size: 5, bold: true }),
    ...(programme.title === programme.titleNative ? [] : [centred(programme.title, { size: 3.4 })]),
    rule(),
    ...(face.provisional ? [provisionalBar(labelOf('provisional', programme.language))] : []),
    ...names(drawing).map((name, index) => centred(name, { size: index === 0 ? 6.5 : 5, bold: true })),
    space(1),
    fields(drawing, [['sex', 'birth'], ['guardian'], ['area']], 3.6),
    fields(drawing, [['number']], 7),
    qr,
    fields(drawing, [['issued', 'expires']], 3.6),
    rule(),
    ...words.slip.map((text) => paragraph(text, column, { size: 3.4, after: 1.5 })),
    ...(language === 'en'
      ? []
      : paperWords.en.slip.map((text) => paragraph(text, column, { size: 2.6, after: 1 }))),
    space(FEED),
  ];
  return { width: WIDTH, height: heightOfAll(blocks), draw: (doc) => drawBlocks(doc, blocks, 0) };
}

function names({ face: { name, nativeName } }: CardDrawing): string[] {
  return nativeName && nativeName !== name ? [nativeName, name] : [name];
}

function rule(): Block {
  const thickness = 3 * SLIP_DOT;
  return {
    height: 4,
    draw: (doc, y) => void doc.rect(column.x, y + 1.5, column.width, thickness).fill(black),
  };
}

function provisionalBar(text: string): Block {
  const height = 6;
  return {
    height: height + 2,
    draw(doc, y) {
      const box = { ...column, y, height };
      doc.rect(box.x, y, box.width, height).fill(black);
      drawText(doc, text, { ...box, size: 4, bold: true, align: 'centre', stand: 'middle' }, '#ffffff');
    },
  };
}

function fields({ face }: CardDrawing, rows: readonly (readonly FieldName[])[], size: number): Block {
  const present = rows.filter((row) => row.some((field) => fieldValue(face, field) !== ''));
  const height = present.length * Math.max(ROW, size * 1.9);
  const alone = size > 5;
  const style = {
    align: alone ? 'centre' : 'left',
    labelSize: 2.4,
    size,
    bold: true,
    label: black,
    ink: black,
  } as const;
  return {
    height: height + 1,
    draw: (doc, y) => drawFields(doc, face, present, { ...column, y, height }, style),
  };
}

function codeBlock(matrix: QrMatrix): Block | null {
  if (placeQr(matrix, { ...code, y: 0 }, dots) === null) return null;
  return {
    height: code.height + 1,
    draw(doc, y) {
      const box = { ...code, y };
      const placed = placeQr(matrix, box, dots);
      if (placed) drawQr(doc, placed, box, null);
    },
  };
}
