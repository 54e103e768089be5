import encodeQR from 'qr';
import { type Box, DOT } from './layout.ts';

type Doc = PDFKit.PDFDocument;

/*
 * The QR in alphanumeric mode with error correction M, in whole printer dots so that the printer draws every module
 * alike. Four dots a module where they fit the box (28 mm hold version 14), three for the rare longer card.
 */

/** Light modules that must surround the code (ISO/IEC 18004). */
const QUIET_ZONE = 4;
const FRAME = 0.2;
const dotsAModule = [4, 3] as const;
const snap = (mm: number) => Math.round(mm / DOT) * DOT;

export interface QrPlacement {
  readonly matrix: readonly (readonly boolean[])[];
  /** Millimetres. */
  readonly module: number;
  readonly x: number;
  readonly y: number;
}

/** Where the code's modules stand inside the box. Throws a RangeError where the text is too long to be printed. */
export function placeQr(text: string, box: Box): QrPlacement {
  const bordered = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'alphanumeric', border: 1 });
  const matrix = bordered.slice(1, -1).map((row) => row.slice(1, -1));
  const modules = matrix.length + 2 * QUIET_ZONE;
  const dots = dotsAModule.find((count) => modules * count * DOT <= box.width);
  if (dots === undefined) throw new RangeError('the text is too long for the QR of a card');
  const module = dots * DOT;
  const inset = (box.width - matrix.length * module) / 2;
  return { matrix, module, x: snap(box.x + inset), y: snap(box.y + inset) };
}

/** Draws the code black on white: RGB black, which card printers take from the resin panel. */
export function drawQr(doc: Doc, text: string, box: Box, frame: string): void {
  const { matrix, module, x, y } = placeQr(text, box);
  doc.roundedRect(box.x, box.y, box.width, box.height, 1).lineWidth(FRAME).fillAndStroke('#ffffff', frame);
  for (const [row, cells] of matrix.entries()) {
    for (const [start, length] of darkStretches(cells)) {
      doc.rect(x + start * module, y + row * module, length * module, module);
    }
  }
  // One fill for all: no hairlines between neighbours.
  doc.fill('#000000');
}

function darkStretches(cells: readonly boolean[]): [start: number, length: number][] {
  const stretches: [number, number][] = [];
  for (const [index, dark] of cells.entries()) {
    if (!dark) continue;
    const last = stretches.at(-1);
    if (last && last[0] + last[1] === index) last[1]++;
    else stretches.push([index, 1]);
  }
  return stretches;
}
