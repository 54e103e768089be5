import { type CardCodes, codesOf } from './codes.ts';
import { paletteOf } from './colours.ts';
import { cardDots, placeQr } from './draw-qr.ts';
import { type CardDrawing, drawSide, type Side } from './draw-side.ts';
import type { CardFace } from './face.ts';
import { card } from './layout.ts';
import { rasteriseLogo } from './logo.ts';
import { pdfOf } from './page.ts';
import type { CardTemplate } from './template.ts';

/** A drawn PDF, or that a code is too long to be printed in whole dots. */
export type Drawn =
  | { readonly outcome: 'drawn'; readonly pdf: Uint8Array }
  | { readonly outcome: 'qr-too-long' };

/**
 * A card as a PDF of one or two pages of exactly ID-1 size, landscape, the same bytes for the same face. Text is drawn
 * as outlines, so the pages hold no text to copy. A portrait that is no JPEG leaves the empty frame.
 */
export async function drawCard(
  face: CardFace,
  template: CardTemplate,
  sides: readonly Side[] = ['front', 'back'],
): Promise<Drawn> {
  const drawing = await prepareCard(face, template);
  if (drawing === null) return { outcome: 'qr-too-long' };
  const pages = sides.map((side) => ({
    ...card,
    draw: (doc: PDFKit.PDFDocument) => drawSide(doc, drawing, side),
  }));
  return { outcome: 'drawn', pdf: await pdfOf(pages) };
}

/** Null when a code does not fit its place on the card in whole dots. */
export async function prepareCard(face: CardFace, template: CardTemplate): Promise<CardDrawing | null> {
  const codes = codesOf(face);
  if (codes === null || !codesFit(codes, template)) return null;
  const palette = paletteOf(face.programme.colour, template.colours);
  const logo = template.logo === undefined ? null : await rasteriseLogo(template.logo);
  return { face, template, codes, palette, logo };
}

const codesFit = (codes: CardCodes, { front, back }: CardTemplate) =>
  [...front, ...back].every(
    (element) => element.kind !== 'qr' || placeQr(codes[element.holds], element.box, cardDots) !== null,
  );
