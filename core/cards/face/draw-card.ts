import PDFDocument from 'pdfkit';
import { drawBackground, drawBand } from './background.ts';
import { type Palette, paletteOf } from './colours.ts';
import { drawQr } from './draw-qr.ts';
import { drawText, leftAligned } from './draw-text.ts';
import { card, type Field, front, POINTS_PER_MM, type TextBox } from './layout.ts';
import { drawPortrait } from './portrait.ts';
import { readsRightToLeft } from './runs.ts';
import { type CardLanguage, labelOf } from './words.ts';

export interface CardFace {
  readonly programme: {
    readonly title: string;
    readonly titleNative: string;
    readonly language: CardLanguage;
    /** `#rrggbb`. */
    readonly colour: string;
  };
  readonly name: string;
  readonly nativeName?: string;
  /** Already in words, in both languages. */
  readonly sex: string;
  readonly birth: string;
  readonly guardian?: string;
  /** Twelve digits; drawn in groups of four. */
  readonly number: string;
  readonly area?: string;
  readonly issuedOn: string;
  /** JPEG, 3:4; another shape is cropped to it about its middle. */
  readonly portrait?: Uint8Array;
  readonly qrText: string;
  readonly provisional: boolean;
}

type Doc = PDFKit.PDFDocument;

/**
 * The front of a card: a PDF of one page of exactly ID-1 size, landscape, the same bytes for the same face. Text is
 * drawn as outlines, so the page holds no text to copy. Throws a RangeError where the QR's text is too long to be
 * printed; a portrait that is no JPEG leaves the empty frame.
 */
export function drawCard(face: CardFace): Promise<Uint8Array> {
  return drawPage((doc) => {
    const palette = paletteOf(face.programme.colour);
    drawBackground(doc, palette);
    drawBand(doc, palette);
    drawTitles(doc, face, palette);
    drawPortrait(doc, face.portrait, front.portrait, palette);
    drawPerson(doc, face, palette);
    drawFooter(doc, face, palette);
    drawQr(doc, face.qrText, front.qr, palette.pattern);
  });
}

/** A PDF of one ID-1 page, drawn in millimetres. */
export async function drawPage(draw: (doc: Doc) => void): Promise<Uint8Array> {
  const size = [card.width * POINTS_PER_MM, card.height * POINTS_PER_MM];
  // A fixed date: a card drawn again is the same file, and the file says nothing of when it was made.
  const info = { CreationDate: new Date(0) };
  const doc = new PDFDocument({ size, margin: 0, info });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.scale(POINTS_PER_MM);
  draw(doc);
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function drawTitles(doc: Doc, { programme, provisional }: CardFace, palette: Palette): void {
  if (programme.title === programme.titleNative) {
    drawText(doc, programme.title, front.titleAlone, palette.onBand);
  } else {
    drawText(
      doc,
      programme.titleNative,
      leftAligned(programme.titleNative, front.titleNative),
      palette.onBand,
    );
    drawText(doc, programme.title, front.title, palette.onBand);
  }
  if (!provisional) return;
  const { x, y, width, height } = front.provisional;
  doc.roundedRect(x, y, width, height, height / 2).fill(palette.onBand);
  const inside = { x: x + 1.5, y, width: width - 3, height, size: 1.7, bold: true } as const;
  const words = labelOf('provisional', programme.language);
  drawText(doc, words, { ...inside, align: 'centre', stand: 'middle' }, palette.band);
}

function drawPerson(doc: Doc, face: CardFace, palette: Palette): void {
  const { name, nativeName } = face;
  if (nativeName && nativeName !== name) {
    drawText(doc, nativeName, front.nameNative, palette.ink);
    drawText(doc, name, front.name, palette.ink);
  } else {
    drawText(doc, name, front.nameAlone, palette.ink);
  }
  drawField(doc, face, 'sex', front.sex, palette);
  drawField(doc, face, 'birth', front.birth, palette);
  const present = (['guardian', 'area'] as const).filter((word) => face[word]);
  for (const [row, word] of present.entries()) drawField(doc, face, word, front.rows[row], palette);
}

type FieldName = 'sex' | 'birth' | 'guardian' | 'area';

function drawField(doc: Doc, face: CardFace, word: FieldName, field: Field, palette: Palette): void {
  const text = face[word] ?? '';
  drawLabel(doc, labelOf(word, face.programme.language), field.label, palette);
  // Nastaliq stands too tall for one line of a pair; a value with a row to itself takes all of its height.
  const tall = readsRightToLeft(text) && field.value.width === front.name.width;
  drawText(doc, text, tall ? field.beside : leftAligned(text, field.value), palette.ink);
}

function drawFooter(doc: Doc, { number, issuedOn, programme }: CardFace, palette: Palette): void {
  drawLabel(doc, labelOf('number', programme.language), front.numberLabel, palette);
  drawText(doc, number.replaceAll(/(\d{4})(?=\d)/g, '$1 '), front.number, palette.ink);
  drawLabel(doc, labelOf('issued', programme.language), front.issued, palette);
  drawText(doc, issuedOn, front.issuedOn, palette.ink);
}

const drawLabel = (doc: Doc, text: string, box: TextBox, palette: Palette) =>
  drawText(doc, text, leftAligned(text, box), palette.label);
