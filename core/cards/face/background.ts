import type { Box } from './layout.ts';

type Doc = PDFKit.PDFDocument;

const CURVES = 16;
const LINE = 0.09;
const STEPS = 24;
const PETALS = 16;
const ROSES = 4;
const ROSE_STEPS = 320;

/** A field of one colour. */
export function drawBand(doc: Doc, box: Box, colour: string): void {
  doc.rect(box.x, box.y, box.width, box.height).fill(colour);
}

/** A rosette of fine lines about a centre, as much of it as its box shows. */
export function drawRosette(
  doc: Doc,
  rosette: { readonly box: Box; readonly x: number; readonly y: number; readonly radius: number },
  colour: string,
): void {
  const { box } = rosette;
  doc.save();
  doc.rect(box.x, box.y, box.width, box.height).clip();
  for (let rose = 0; rose < ROSES; rose++) {
    for (let step = 0; step <= ROSE_STEPS; step++) {
      const angle = (step / ROSE_STEPS) * 2 * Math.PI;
      const swing = Math.cos(PETALS * angle + (rose / ROSES) * 2 * Math.PI);
      const radius = rosette.radius * (0.66 + 0.34 * swing);
      const x = rosette.x + radius * Math.cos(angle);
      const y = rosette.y + radius * Math.sin(angle);
      if (step === 0) doc.moveTo(x, y);
      else doc.lineTo(x, y);
    }
  }
  doc.lineWidth(LINE).lineJoin('round').stroke(colour);
  doc.restore();
}

/** Fine woven lines, in the manner of banknotes: hard to copy cleanly, calm to read over. */
export function drawWeave(doc: Doc, { x: left, y: top, width, height }: Box, colour: string): void {
  doc.save();
  doc.rect(left, top, width, height).clip();
  for (let curve = 0; curve < CURVES; curve++) {
    const share = curve / (CURVES - 1);
    for (let step = 0; step <= STEPS; step++) {
      const x = left + (width * step) / STEPS;
      const wave = Math.sin((step / STEPS) * 2 * Math.PI + share * Math.PI) * (0.12 + 0.2 * share);
      const y = top + height * (0.88 + wave * (1 - share * 0.6));
      if (step === 0) doc.moveTo(x, y);
      else doc.lineTo(x, y);
    }
  }
  doc.lineWidth(LINE).lineJoin('round').stroke(colour);
  doc.restore();
}
