import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

/** A page of a PDF as a picture. */
export interface RasterPage {
  readonly png: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const POINTS_AN_INCH = 72;
const RGBA = 4;

/** Each page as a PNG at `dpi`, on white: what a printer of that resolution would draw. Throws on what is no PDF. */
export async function rasterise(pdf: Uint8Array, dpi: number): Promise<RasterPage[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pages: RasterPage[] = [];
    for (const page of document.pages()) {
      // In pixels, because a scale would first cut the page to whole points.
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const width = Math.round((originalWidth * dpi) / POINTS_AN_INCH);
      const height = Math.round((originalHeight * dpi) / POINTS_AN_INCH);
      const { data } = await page.render({ width, height, scale: 1, render: 'bitmap' });
      const raw = { width, height, channels: RGBA } as const;
      const png = await sharp(data, { raw }).flatten({ background: '#ffffff' }).png().toBuffer();
      pages.push({ png: new Uint8Array(png), width, height });
    }
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}
