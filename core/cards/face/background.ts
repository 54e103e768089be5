import type { Palette } from './colours.ts';
import { card, front } from './layout.ts';

type Doc = PDFKit.PDFDocument;

const CURVES = 16;
const LINE = 0.09;
const STEPS = 24;
const PETALS = 16;
const ROSES = 4;
const ROSE_STEPS = 320;

/** A coloured band with a rosette of fine lines running off its right edge. */
export function drawBand(doc: Doc, palette: Palette): void {
  const { band, rule, rosette } = front;
  doc.rect(band.x, band.y, band.width, band.height).fill(palette.band);
  doc.save();
  doc.rect(band.x, band.y, band.width, band.height).clip();
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
  doc.lineWidth(LINE).lineJoin('round').stroke(palette.rosette);
  doc.restore();
  doc.rect(rule.x, rule.y, rule.width, rule.height).fill(palette.rule);
}

/** Fine woven lines below the band, in the manner of banknotes: hard to copy cleanly, calm to read over. */
export function drawBackground(doc: Doc, palette: Palette): void {
  doc.rect(0, 0, card.width, card.height).fill('#ffffff');
  const top = front.rule.y;
  const height = card.height - top;
  doc.save();
  doc.rect(0, top, card.width, height).clip();
  for (let curve = 0; curve < CURVES; curve++) {
    const share = curve / (CURVES - 1);
    for (let step = 0; step <= STEPS; step++) {
      const x = (card.width * step) / STEPS;
      const wave = Math.sin((step / STEPS) * 2 * Math.PI + share * Math.PI) * (0.12 + 0.2 * share);
      const y = top + height * (0.78 + wave * (1 - share * 0.6));
      if (step === 0) doc.moveTo(x, y);
      else doc.lineTo(x, y);
    }
  }
  doc.lineWidth(LINE).lineJoin('round').stroke(palette.pattern);
  doc.restore();
}
