import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText, heightOf } from './fit.ts';
import { fontOf, scripts } from './fonts.ts';
import { defaultTemplate, drawCard } from './index.ts';
import type { TextBox } from './layout.ts';
import { runsOf } from './runs.ts';
import { type ShapedLine, shapeLine } from './shape.ts';
import { face, faces } from './test/faces.ts';
import {
  differenceAt,
  drawSheets,
  hardNames,
  nameBox,
  readSheet,
  sheetFile,
  sheetOf,
} from './test/name-sheets.ts';
import { piecesOf, wrap } from './wrap.ts';

/** Pixels of a name's picture that may differ: the dot of a nukta has 27, in the smallest name 6. */
const TOLERATED = 4;
/** HarfBuzz rounds the extents of composed letters to a font unit, of which an em has a thousand. */
const UNIT = 0.0011;

const box = { x: 0, y: 0, ...nameBox };
const emptyBoxes = new Set(scripts.map((script) => fontOf(script, 'bold').outline(0)));
/** HarfBuzz puts a dotted circle under a mark that has no letter. */
const dottedCircles = new Set(shapeLine('\u25cc', 'bold').glyphs.map(({ outline }) => outline));
const missing = (text: string) =>
  shapeLine(text, 'bold').glyphs.filter(({ outline }) => emptyBoxes.has(outline)).length;

/** The points on a glyph's outline, in font units: the ink reaches to the outermost. */
function* pointsOf(outline: string): Generator<readonly [number, number]> {
  for (const [, numbers] of outline.matchAll(/[MLQC]([^MLQCZ]*)/g)) {
    const [x, y] = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number)
      .slice(-2);
    yield [x, y];
  }
}

/** Whether any ink of a text stands outside the box it was fitted to. */
function leaves(text: string, box: TextBox): boolean {
  const { size, lines } = fitText(text, box);
  const inside = ({ glyphs, width, above, below }: ShapedLine) =>
    glyphs.every(({ outline, unit, x, y }) =>
      [...pointsOf(outline)].every(([px, py]) => {
        const [atX, atY] = [x + px * unit, y + py * unit];
        return atX > -UNIT && atX < width + UNIT && atY < above + UNIT && atY > -below - UNIT;
      }),
    );
  const widest = Math.max(...lines.map(({ width }) => width)) * size;
  return !lines.every(inside) || widest > box.width || heightOf({ size, lines }) > box.height;
}

/** Every box of text of the built-in card, from the largest title to the smallest label. */
const boxes: readonly TextBox[] = [...defaultTemplate.front, ...defaultTemplate.back].flatMap((element) => {
  if (element.kind === 'texts') return element.lines.map((line) => ({ ...element.box, ...line }));
  if (element.kind !== 'fields') return [];
  const height = (element.box.height / element.rows.length) * 0.46;
  return element.rows.map((row) => ({
    ...element.box,
    width: element.box.width / row.length - 1,
    height,
    size: element.size,
  }));
});

test('500 hard names, none twice', () => {
  expect(hardNames.length).toBe(500);
  expect(new Set(hardNames).size).toBe(500);
});

test('no letter of a hard name is missing, and no mark stands without its letter', () => {
  expect(hardNames.filter((name) => missing(name) > 0)).toEqual([]);
  const dotted = (name: string) =>
    shapeLine(name, 'bold').glyphs.some(({ outline }) => dottedCircles.has(outline));
  expect(hardNames.filter(dotted)).toEqual([]);
});

test('no hard name leaves its box, in whatever box of the card', () => {
  expect(hardNames.filter((name) => leaves(name, box))).toEqual([]);
  const smallest = { ...box, width: 12.9, height: 2.4, size: 2.45 };
  expect(hardNames.filter((name) => leaves(name, smallest))).toEqual([]);
});

test('every hard name looks as it did when somebody looked at it', async () => {
  const drawn = await drawSheets();
  const approved = await Promise.all(drawn.map((_, index) => readSheet(readFileSync(sheetFile(index)))));
  const changed = hardNames.filter((_, index) => {
    const sheet = sheetOf(index);
    return differenceAt(index, drawn[sheet], approved[sheet]) > TOLERATED;
  });
  expect(changed, 'look at them after `npm run approve-names`').toEqual([]);
  expect(existsSync(sheetFile(drawn.length))).toBe(false);
});

test('letters of a script the fonts do not know show as empty boxes, one each', () => {
  expect(missing('Li 李 😀 Wei')).toBe(2);
});

test('a long name breaks at spaces, then at hyphens, then between letters', () => {
  const atMost = (letters: number) => (line: string) => line.length <= letters;
  expect(wrap(piecesOf('Anna-Maria Theresa'), atMost(9))).toEqual(['Anna-', 'Maria', 'Theresa']);
  expect(wrap(piecesOf('Anna-Maria Theresa'), atMost(10))).toEqual(['Anna-Maria', 'Theresa']);
  const name = 'Venkatanarasimharajuvaripetasubrahmanyeswararamachandra';
  expect(fitText(name, box).lines.length).toBeGreaterThan(1);
  expect(fitText(name, box).size).toBeGreaterThan(1.5);
});

test('an Urdu name with digits and Latin letters keeps each in its own order', () => {
  const runs = runsOf('محمد 123 Ali خان', 'bold');
  expect(runs.map(({ text }) => text.trim()).filter(Boolean)).toEqual(['خان', 'Ali', '123', 'محمد']);
  const directions = runs.filter(({ text }) => text.trim()).map(({ rightToLeft }) => rightToLeft);
  expect(directions).toEqual([true, false, false, true]);
});

const letters = fc.constantFrom(...'अआकखगघक्षज्ञि़ँ्ਗੁਰਪ੍ਰੀਤ ਸਿੰਘمحمدعبدالرحمٰن123 aAéZ-.\u200d\u202e李😀');
const texts = fc.oneof(
  fc.string({ unit: letters, maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...hardNames), { maxLength: 3 }).map((names) => names.join(' ')),
);

test('no text of any kind leaves any box of the card', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...boxes), (text, anyBox) => !leaves(text, anyBox)),
    { numRuns: 150 },
  );
});

test('whatever a person is called, there is a card', async () => {
  const languages = fc.constantFrom(...Object.values(faces));
  await fc.assert(
    fc.asyncProperty(languages, texts, texts, texts, texts, async (of, name, nativeName, guardian, area) => {
      const drawn = await drawCard({ ...of, name, nativeName, guardian, area }, defaultTemplate);
      return drawn.outcome === 'drawn';
    }),
    { numRuns: 20 },
  );
});

test('a face with nothing optional, a strange colour and a broken photo is still a card', async () => {
  const { nativeName: _nativeName, guardian: _guardian, area: _area, ...bare } = face;
  const programme = { ...face.programme, colour: 'teal' };
  const portrait = Uint8Array.of(1, 2, 3);
  const drawn = await drawCard(
    { ...bare, name: ' ', programme, portrait, provisional: true },
    defaultTemplate,
  );
  expect(drawn.outcome).toBe('drawn');
});
