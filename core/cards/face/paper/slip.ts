import { type DotMatrix, drawDots } from '../dots.ts';
import { drawFields } from '../draw-fields.ts';
import { drawQr, placeQr } from '../draw-qr.ts';
import type { CardDrawing } from '../draw-side.ts';
import { drawText } from '../draw-text.ts';
import { fieldValue } from '../face.ts';
import { type Box, SLIP_DOT } from '../layout.ts';
import type { Page } from '../page.ts';
import { type CardLanguage, type FieldName, labelOf } from '../words.ts';
import { dithered } from './dither.ts';
import { type Block, drawBlocks, heightOfAll, type Lettering, paragraph, space } from './flow.ts';
import { paperWords } from './words.ts';

/*
 * The card as a slip of an 80 mm thermal printer: as long as it needs to be, black alone, the code in whole dots of
 * 203 dpi, the portrait in black dots. The code is the one with the photo where the card has it.
 */

const WIDTH = 80;
/** The print head is 72 mm wide. */
const column = { x: 4, width: 72 } as const;
/** The code's box, on whole dots. */
const code = { x: 10, width: 60, height: 60 } as const;
const dots = { size: SLIP_DOT, most: 6, fewest: 3 } as const;
/** 3:4, in whole dots. */
const frame = { x: 4, width: 27, height: 36 } as const;
const ROW = 9;
/** What the cutter leaves above and below. */
const FEED = 5;
const black = '#000000';

/** Null where the code does not fit the slip in whole dots. */
export async function slipPage(drawing: CardDrawing, language: CardLanguage): Promise<Page | null> {
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
    await person(drawing),
    fields(drawing, [['number']], 7, column),
    qr,
    fields(drawing, [['issued', 'expires']], 3.6, column),
    rule(),
    ...words.slip.map((text) => paragraph(text, column, { size: 3.4, after: 1.5 })),
    ...(language === 'en'
      ? []
      : paperWords.en.slip.map((text) => paragraph(text, column, { size: 2.6, after: 1 }))),
    space(FEED),
  ];
  // Whole dots: a PDF counts from the bottom, a printer from the top.
  const height = Math.ceil(heightOfAll(blocks) / SLIP_DOT) * SLIP_DOT;
  return { width: WIDTH, height, draw: (doc) => drawBlocks(doc, blocks, 0) };
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

/** Portrait and details, beside each other where there is a portrait. */
async function person(drawing: CardDrawing): Promise<Block> {
  const { portrait } = drawing.face;
  const [across, down] = [frame.width / SLIP_DOT, frame.height / SLIP_DOT];
  const photo = portrait && (await dithered(portrait, across, down));
  const rows = [['sex'], ['birth'], ['guardian'], ['area']] as const;
  if (!photo) return fields(drawing, [['sex', 'birth'], ['guardian'], ['area']], 3.6, column);
  const x = frame.x + frame.width + 3;
  const details = fields(drawing, rows, 3.6, { x, width: column.x + column.width - x });
  return {
    height: Math.max(details.height, frame.height + 2),
    draw(doc, y) {
      // On a whole dot, or its dots would be drawn across two.
      const top = Math.round(y / SLIP_DOT) * SLIP_DOT;
      drawDots(doc, photo, SLIP_DOT, frame.x, top);
      details.draw(doc, y);
    },
  };
}

function fields(
  { face }: CardDrawing,
  rows: readonly (readonly FieldName[])[],
  size: number,
  beside: Pick<Box, 'x' | 'width'>,
): Block {
  const present = rows.filter((row) => row.some((field) => fieldValue(face, field) !== ''));
  const height = present.length * Math.max(ROW, size * 1.9);
  const style = {
    align: size > 5 ? 'centre' : 'left',
    labelSize: 2.4,
    size,
    bold: true,
    label: black,
    ink: black,
  } as const;
  return {
    height: height + 1,
    draw: (doc, y) => drawFields(doc, face, present, { ...beside, y, height }, style),
  };
}

function codeBlock(matrix: DotMatrix): Block | null {
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
