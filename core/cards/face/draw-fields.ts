import { drawText } from './draw-text.ts';
import { type CardFace, fieldLabel, fieldValue } from './face.ts';
import type { Align, Box } from './layout.ts';
import { readsRightToLeft } from './runs.ts';
import type { FieldName } from './words.ts';

type Doc = PDFKit.PDFDocument;

export interface FieldsStyle {
  readonly align: Align;
  readonly labelSize: number;
  readonly size: number;
  readonly bold: boolean;
  readonly label: string;
  readonly ink: string;
}

/** The share of a row's height that its label takes. */
const LABEL_SHARE = 0.46;
const GAP = 1;
const LATIN = /\p{Script=Latin}/u;

/** Rows of fields, each a label with its value below. Fields without a value leave no gap. */
export function drawFields(
  doc: Doc,
  face: CardFace,
  rows: readonly (readonly FieldName[])[],
  box: Box,
  style: FieldsStyle,
): void {
  const height = box.height / rows.length;
  const present = rows
    .map((row) => row.filter((field) => fieldValue(face, field) !== ''))
    .filter((row) => row.length);
  for (const [index, row] of present.entries()) {
    const width = (box.width - GAP * (row.length - 1)) / row.length;
    for (const [column, field] of row.entries()) {
      const x = box.x + column * (width + GAP);
      drawField(doc, face, field, { x, y: box.y + index * height, width, height }, style, row.length === 1);
    }
  }
}

function drawField(
  doc: Doc,
  face: CardFace,
  field: FieldName,
  box: Box,
  style: FieldsStyle,
  alone: boolean,
): void {
  const { align, labelSize, size, bold } = style;
  const label = fieldLabel(face, field);
  const value = fieldValue(face, field);
  // Nastaliq stands too tall for one line of a pair: a value of its own row, and of one script, stands beside its label.
  const beside = alone && align === 'left' && readsRightToLeft(value) && !LATIN.test(value);
  const lettering = { size, bold, stand: 'middle' } as const;
  if (beside) {
    const [left, right] = [box.width * 0.47, box.width * 0.51];
    const x = box.x + box.width - right;
    drawText(doc, label, { ...box, width: left, size: labelSize, stand: 'middle' }, style.label);
    drawText(doc, value, { ...box, x, width: right, ...lettering, align: 'right' }, style.ink);
    return;
  }
  const above = { ...box, height: box.height * LABEL_SHARE };
  const below = { ...box, y: box.y + above.height, height: box.height - above.height };
  drawText(doc, label, { ...above, size: labelSize, align, stand: 'bottom' }, style.label);
  drawText(doc, value, { ...below, ...lettering, align }, style.ink);
}
