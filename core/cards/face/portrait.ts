import type { Palette } from './colours.ts';
import type { Box } from './layout.ts';

type Doc = PDFKit.PDFDocument;

const CORNER = 1;
const FRAME = 0.25;

/** Draws the photo in its frame, or the outline of a person where there is none or it is no JPEG. */
export function drawPortrait(doc: Doc, jpeg: Uint8Array | undefined, box: Box, palette: Palette): void {
  const frame = () => doc.roundedRect(box.x, box.y, box.width, box.height, CORNER);
  doc.save();
  frame().clip();
  doc.rect(box.x, box.y, box.width, box.height).fill(palette.tint);
  if (!jpeg || !drawPhoto(doc, jpeg, box)) drawSilhouette(doc, box, palette.pattern);
  doc.restore();
  frame().lineWidth(FRAME).stroke(palette.label);
}

function drawPhoto(doc: Doc, jpeg: Uint8Array, { x, y, width, height }: Box): boolean {
  try {
    doc.image(Buffer.from(jpeg), x, y, { cover: [width, height], align: 'center', valign: 'center' });
    return true;
  } catch {
    return false;
  }
}

function drawSilhouette(doc: Doc, { x, y, width, height }: Box, colour: string): void {
  const centre = x + width / 2;
  doc.ellipse(centre, y + height * 0.38, width * 0.2, height * 0.18).fill(colour);
  doc.ellipse(centre, y + height * 0.98, width * 0.38, height * 0.36).fill(colour);
}
