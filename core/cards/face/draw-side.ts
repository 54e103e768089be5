import { drawBand, drawRosette, drawWeave } from './background.ts';
import type { CardCodes } from './codes.ts';
import type { Palette } from './colours.ts';
import { drawFields } from './draw-fields.ts';
import { cardDots, drawQr, placeQr } from './draw-qr.ts';
import { drawText } from './draw-text.ts';
import { drawTexts } from './draw-texts.ts';
import { type CardFace, textOf } from './face.ts';
import { type Box, card } from './layout.ts';
import { drawLogo } from './logo.ts';
import { drawPortrait } from './portrait.ts';
import type { CardTemplate, Element } from './template.ts';
import { boxOf } from './template-faults.ts';
import { labelOf } from './words.ts';

type Doc = PDFKit.PDFDocument;

/** One card, ready to be drawn any number of times. */
export interface CardDrawing {
  readonly face: CardFace;
  readonly template: CardTemplate;
  readonly codes: CardCodes;
  readonly palette: Palette;
  /** PNG. */
  readonly logo: Uint8Array | null;
}

export type Side = 'front' | 'back';

/** Draws a side with its top left corner at the origin. */
export function drawSide(doc: Doc, drawing: CardDrawing, side: Side): void {
  doc.rect(0, 0, card.width, card.height).fill('#ffffff');
  for (const element of drawing.template[side]) drawElement(doc, drawing, element);
}

function drawElement(doc: Doc, drawing: CardDrawing, element: Element): void {
  const { face, template, palette, logo } = drawing;
  switch (element.kind) {
    case 'band':
    case 'rule':
      drawBand(doc, element.box, palette[element.kind]);
      break;
    case 'weave':
      drawWeave(doc, element.box, palette.pattern);
      break;
    case 'rosette':
      drawRosette(doc, element, palette.rosette);
      break;
    case 'logo':
      if (logo) drawLogo(doc, logo, element.box);
      break;
    case 'portrait':
      drawPortrait(doc, face.portrait, boxOf(element), palette);
      break;
    case 'qr':
      drawCode(doc, drawing, element);
      break;
    case 'texts': {
      const lines = element.lines.map((line) => ({ ...line, text: textOf(face, template, line) }));
      drawTexts(doc, lines, element.box, { ...element, colour: inkOf(palette, element.colour) });
      break;
    }
    case 'fields':
      drawFields(doc, face, element.rows, element.box, { ...palette, ...element });
      break;
    case 'provisional':
      if (face.provisional) drawProvisional(doc, drawing, element.box);
  }
}

function drawCode(
  doc: Doc,
  { codes, palette }: CardDrawing,
  { holds, box }: Extract<Element, { kind: 'qr' }>,
): void {
  const placed = placeQr(codes[holds], box, cardDots);
  if (placed === null) throw new RangeError('a code that does not fit was to be drawn');
  drawQr(doc, placed, box, palette.pattern);
}

const inkOf = (palette: Palette, colour: 'ink' | 'label' | 'on-band') =>
  colour === 'on-band' ? palette.onBand : palette[colour];

function drawProvisional(doc: Doc, { face, palette }: CardDrawing, box: Box): void {
  doc.rect(box.x, box.y, box.width, box.height).fill(palette.rule);
  const inside = { ...box, x: box.x + 0.8, width: box.width - 1.6, size: 2, bold: true } as const;
  const words = labelOf('provisional', face.programme.language);
  drawText(doc, words, { ...inside, align: 'centre', stand: 'middle' }, palette.ink);
}
