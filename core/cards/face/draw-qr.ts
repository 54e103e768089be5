import encodeQR from 'qr';
import { type DotMatrix, drawDots } from './dots.ts';
import { type Box, DOT } from './layout.ts';

type Doc = PDFKit.PDFDocument;

/*
 * The QR in alphanumeric mode with error correction M, in whole printer dots so that the printer draws every module
 * alike: as many dots a module as fit the box. On a card four in 28 mm hold version 14 (profile A), three in 30 mm
 * version 22 (profile B).
 */

export interface QrPlacement {
  readonly matrix: DotMatrix;
  readonly dots: number;
  /** Millimetres. */
  readonly module: number;
  readonly x: number;
  readonly y: number;
}

/** Printer dots: their size in mm, and how many a module may and must have. */
export interface Dots {
  readonly size: number;
  readonly most: number;
  readonly fewest: number;
}

/** Four dots a module are as good as more; two are drawn unevenly by worn print heads. */
export const cardDots: Dots = { size: DOT, most: 4, fewest: 3 };

/** Light modules that must surround the code (ISO/IEC 18004). */
const QUIET_ZONE = 4;
const FRAME = 0.2;
/** What version 40-M holds. */
const CAPACITY = 3391;

/** The modules of a text; null when no QR holds it. Throws on letters that the alphanumeric mode lacks. */
export function encodeText(text: string): DotMatrix | null {
  if (text.length > CAPACITY) return null;
  const bordered = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'alphanumeric', border: 1 });
  return bordered.slice(1, -1).map((row) => row.slice(1, -1));
}

/** Where the modules stand inside the box; null where they do not fit it in whole dots. */
export function placeQr(matrix: DotMatrix, box: Box, { size, most, fewest }: Dots): QrPlacement | null {
  const room = Math.min(box.width, box.height) / size + 1e-6;
  const dots = Math.min(most, Math.floor(room / (matrix.length + 2 * QUIET_ZONE)));
  if (dots < fewest) return null;
  const module = dots * size;
  const snap = (mm: number) => Math.round(mm / size) * size;
  const side = matrix.length * module;
  return {
    matrix,
    dots,
    module,
    x: snap(box.x + (box.width - side) / 2),
    y: snap(box.y + (box.height - side) / 2),
  };
}

/** Draws the code on white, in a frame or none. */
export function drawQr(
  doc: Doc,
  { matrix, module, x, y }: QrPlacement,
  box: Box,
  frame: string | null,
): void {
  doc.roundedRect(box.x, box.y, box.width, box.height, 1);
  if (frame === null) doc.fill('#ffffff');
  else doc.lineWidth(FRAME).fillAndStroke('#ffffff', frame);
  drawDots(doc, matrix, module, x, y);
}
