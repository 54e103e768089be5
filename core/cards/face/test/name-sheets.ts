import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { rasterise } from '../../reading/index.ts';
import { drawText } from '../draw-text.ts';
import { pdfOf } from '../page.ts';

/*
 * The hard names as pictures: invented names, each drawn as a card draws it, in cells on contact sheets of black and
 * white pixels. `approve-names.ts` keeps the sheets that somebody looked at; the test compares with those.
 */

export const sheetFile = (sheet: number) => join(import.meta.dirname, 'approved', `names-${sheet + 1}.png`);

export const hardNames: readonly string[] = readFileSync(join(import.meta.dirname, 'hard-names.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Where a name stands on the built-in card. */
export const nameBox = { width: 26.8, height: 6.6, size: 4, bold: true } as const;
const columns = 5;
const rows = 25;
const gap = 1;
const cell = { width: nameBox.width + gap, height: nameBox.height + gap } as const;
/** Pixels a millimetre. */
const scale = 10;
const sheet = { width: columns * cell.width, height: rows * cell.height } as const;

/** One byte a pixel, 0 or 255. */
export interface Sheet {
  readonly pixels: Uint8Array;
  readonly width: number;
}

/** Draws all names. */
export async function drawSheets(): Promise<Sheet[]> {
  const count = Math.ceil(hardNames.length / (columns * rows));
  const pages = Array.from({ length: count }, (_, index) => ({
    ...sheet,
    draw(doc: PDFKit.PDFDocument) {
      for (const [at, name] of hardNames
        .slice(index * columns * rows, (index + 1) * columns * rows)
        .entries()) {
        drawText(doc, name, { ...nameBox, ...cornerOf(at), stand: 'middle' }, '#000000');
      }
    },
  }));
  const drawn = await rasterise(await pdfOf(pages), scale * 25.4);
  return Promise.all(drawn.map(({ png }) => readSheet(png)));
}

/** A sheet from its PNG, drawn or approved. */
export async function readSheet(png: Uint8Array): Promise<Sheet> {
  const { data, info } = await sharp(png)
    .greyscale()
    .threshold(128)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: new Uint8Array(data), width: info.width };
}

/** How many pixels of a name's cell differ between two sheets. */
export function differenceAt(name: number, one: Sheet, other: Sheet): number {
  const { x, y } = cornerOf(name % (columns * rows));
  const [left, top] = [Math.round(x * scale), Math.round(y * scale)];
  let different = 0;
  for (let row = top; row < top + cell.height * scale; row++) {
    for (let column = left; column < left + cell.width * scale; column++) {
      if (one.pixels[row * one.width + column] !== other.pixels[row * other.width + column]) different++;
    }
  }
  return different;
}

export const sheetOf = (name: number) => Math.floor(name / (columns * rows));

function cornerOf(at: number) {
  return {
    x: (at % columns) * cell.width + gap / 2,
    y: Math.floor(at / columns) * cell.height + gap / 2,
  };
}
