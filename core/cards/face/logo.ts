import sharp from 'sharp';
import type { Box } from './layout.ts';

type Doc = PDFKit.PDFDocument;

/*
 * The programme's emblem. An SVG becomes pixels (librsvg, which fetches nothing) at twice a card printer's dots, for a
 * logo of up to 20 mm.
 */

const PIXELS = 512;
const MAX_PIXELS = 16_000_000;

/** The PNG of a template's logo, a data URI; null when it is no picture. */
export async function rasteriseLogo(dataUri: string): Promise<Uint8Array | null> {
  const bytes = Buffer.from(dataUri.slice(dataUri.indexOf(',') + 1), 'base64');
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
    if (format !== 'svg' && format !== 'png') return null;
    // An SVG is drawn at the density that gives the pixels, not drawn small and enlarged.
    const density =
      format === 'svg' ? Math.min(2400, Math.max(72, (72 * PIXELS) / Math.max(width, height))) : 72;
    const image = sharp(bytes, { density, failOn: 'error', limitInputPixels: MAX_PIXELS });
    return new Uint8Array(await image.resize(PIXELS, PIXELS, { fit: 'inside' }).png().toBuffer());
  } catch {
    return null;
  }
}

/** Draws the logo whole in the middle of its box. */
export function drawLogo(doc: Doc, png: Uint8Array, { x, y, width, height }: Box): void {
  doc.image(Buffer.from(png), x, y, { fit: [width, height], align: 'center', valign: 'center' });
}
