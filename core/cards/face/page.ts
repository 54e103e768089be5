import PDFDocument from 'pdfkit';
import { POINTS_PER_MM } from './layout.ts';

export interface Page {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  draw(doc: PDFKit.PDFDocument): void;
}

/** A PDF of pages drawn in millimetres, the same bytes for the same drawing. */
export async function pdfOf(pages: readonly Page[]): Promise<Uint8Array> {
  // A fixed date: a card drawn again is the same file, and the file says nothing of when it was made.
  const info = { CreationDate: new Date(0) };
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0, info });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  for (const { width, height, draw } of pages) {
    doc.addPage({ size: [width * POINTS_PER_MM, height * POINTS_PER_MM], margin: 0 });
    doc.scale(POINTS_PER_MM);
    draw(doc);
  }
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}
