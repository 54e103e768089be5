import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText, heightOf } from './fit.ts';
import { fontOf } from './fonts.ts';
import { defaultTemplate, drawCard } from './index.ts';
import type { TextBox } from './layout.ts';
import { runsOf } from './runs.ts';
import { shapeLine } from './shape.ts';
import { face } from './test/faces.ts';

const nameBox = { x: 26, y: 13.2, width: 26.8, height: 5.4, size: 3, bold: true };
const emptyBox = fontOf('Latin', 'bold').outline(0);
const missing = (text: string) =>
  shapeLine(text, 'bold').glyphs.filter(({ outline }) => outline === emptyBox).length;
const sizeIn = (text: string, box: TextBox) => {
  const fitted = fitText(text, box);
  const widest = Math.max(...fitted.lines.map((line) => line.width)) * fitted.size;
  return { ...fitted, widest, height: heightOf(fitted) };
};

test.each([
  'क्षत्रिय श्रीमती ज्ञानेश्वरी',
  'ਸਿਹਤ ਕਾਰਡ ਪੰਜਾਬੀ ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
  'محمد عبدالرحمٰن',
  'डॉ. ऋषिकेश (उर्फ़ राजू) 2',
  "Renée O’Brien-D'Souza",
])('every letter of %s is drawn, in a box of its own', (name) => {
  expect(missing(name)).toBe(0);
  const { widest, height } = sizeIn(name, nameBox);
  expect(widest).toBeLessThanOrEqual(nameBox.width);
  expect(height).toBeLessThanOrEqual(nameBox.height);
});

test('letters of a script the fonts do not know show as empty boxes, one each', () => {
  expect(emptyBox).not.toBe('');
  expect(missing('Li 李 😀 Wei')).toBe(2);
});

test('a long name breaks into lines, a name without spaces breaks between letters', () => {
  const names = 'Venkatanarasimharajuvaripeta Subrahmanyeswara Ramachandrasastry';
  expect(sizeIn(names, nameBox).lines.length).toBeGreaterThan(1);
  const fitted = sizeIn(names.replaceAll(' ', ''), nameBox);
  expect(fitted.lines.length).toBeGreaterThan(1);
  expect(fitted.size).toBeGreaterThan(1.2);
});

test('an Urdu name with digits and Latin letters keeps each in its own order', () => {
  const runs = runsOf('محمد 123 Ali خان', 'bold');
  expect(runs.map(({ text }) => text.trim()).filter(Boolean)).toEqual(['خان', 'Ali', '123', 'محمد']);
  const directions = runs.filter(({ text }) => text.trim()).map(({ rightToLeft }) => rightToLeft);
  expect(directions).toEqual([true, false, false, true]);
});

test('no text of any kind leaves its box', () => {
  const letters = fc.constantFrom(...'अआकखगघक्षज्ञि़ँ्ਗੁਰਪ੍ਰੀਤ ਸਿੰਘمحمدعبدالرحمٰن123 aAéZ-.\u200d\u202e李😀');
  const texts = fc.oneof(
    fc.string({ unit: letters, maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const box = nameBox;
      const { widest, height } = sizeIn(text, box);
      expect(widest).toBeLessThanOrEqual(box.width);
      expect(height).toBeLessThanOrEqual(box.height);
    }),
    { numRuns: 60 },
  );
});

test('a face with nothing optional, a strange colour and a broken photo is still a card', async () => {
  const { nativeName: _nativeName, guardian: _guardian, area: _area, ...bare } = face;
  const programme = { ...face.programme, colour: 'teal' };
  const drawn = await drawCard(
    {
      ...bare,
      name: ' ',
      programme,
      portrait: Uint8Array.of(1, 2, 3),
      provisional: true,
    },
    defaultTemplate,
  );
  expect(drawn.outcome).toBe('drawn');
});
