type Doc = PDFKit.PDFDocument;

/** Rows of dots, or of modules, dark or not. */
export type DotMatrix = readonly (readonly boolean[])[];

/** Draws the dark dots of a side in mm, black: RGB black, which card printers take from the resin panel. */
export function drawDots(doc: Doc, matrix: DotMatrix, side: number, x: number, y: number): void {
  for (const [row, cells] of matrix.entries()) {
    for (const [start, length] of darkStretches(cells)) {
      doc.rect(x + start * side, y + row * side, length * side, side);
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
