import sharp from 'sharp';
import { expect, test } from 'vitest';
import { rasterise } from '../reading/index.ts';
import { cardDots, encodeText, placeQr } from './draw-qr.ts';
import { type CardFace, defaultTemplate, drawCard } from './index.ts';
import { DOT } from './layout.ts';
import { face, photoQrText, qrText } from './test/faces.ts';

const text = (pdf: Uint8Array) => new TextDecoder('latin1').decode(pdf);
const boxOf = (side: 'front' | 'back') => {
  const qr = defaultTemplate[side].find(({ kind }) => kind === 'qr');
  if (qr?.kind !== 'qr') throw new Error('a side without a code');
  return qr.box;
};
const pdfOf = async (of: CardFace, ...sides: ('front' | 'back')[]) => {
  const drawn = await drawCard(of, defaultTemplate, sides.length ? sides : undefined);
  if (drawn.outcome !== 'drawn') throw new Error(drawn.outcome);
  return drawn.pdf;
};
const placed = (code: string, side: 'front' | 'back') => {
  const matrix = encodeText(code);
  return matrix && placeQr(matrix, boxOf(side), cardDots);
};

test('a card is two pages of 85.6 by 53.98 mm, or the front alone', async () => {
  const both = text(await pdfOf(face));
  expect(both.match(/\/MediaBox \[0 0 242\.645669 153\.014173\]/g)).toHaveLength(2);
  expect(text(await pdfOf(face, 'front'))).toMatch(/\/Count 1\b/);
});

test('a card drawn twice is the same file and names nobody', async () => {
  const [first, second] = [await pdfOf(face), await pdfOf(face)];
  expect(Buffer.compare(first, second)).toBe(0);
  expect(text(first)).not.toMatch(/Asha|Vishwakarma/);
});

test.each([
  ['front', 'four', 4, 14, qrText],
  ['back', 'three', 3, 23, photoQrText],
] as const)('on the %s a module is %s whole printer dots, on a whole dot, with its quiet zone', (...row) => {
  const [side, , dots, version, code] = row;
  const place = placed(code, side);
  if (!place) throw new Error('the code does not fit');
  const { matrix, module, x, y } = place;
  expect(place.dots).toBe(dots);
  expect(module / DOT).toBeCloseTo(dots, 9);
  expect((matrix.length - 17) / 4).toBeLessThanOrEqual(version);
  const box = boxOf(side);
  const size = matrix.length * module;
  for (const [from, start] of [
    [box.x, x],
    [box.y, y],
  ]) {
    expect(Math.abs(start / DOT - Math.round(start / DOT))).toBeLessThan(1e-9);
    expect(start - from).toBeGreaterThanOrEqual(4 * module - DOT);
    expect(from + box.width - start - size).toBeGreaterThanOrEqual(4 * module - DOT);
  }
});

test('a longer text takes three dots a module on the front too', () => {
  expect(placed('A'.repeat(900), 'front')?.dots).toBe(3);
});

test('a text that does not fit whole dots is said not to, before anything is drawn', async () => {
  const long = { ...face, qrText: 'A'.repeat(1200) };
  expect(await drawCard(long, defaultTemplate)).toEqual({ outcome: 'qr-too-long' });
  const tooLong = { ...face, photoQrText: 'A'.repeat(9000) };
  expect(await drawCard(tooLong, defaultTemplate)).toEqual({ outcome: 'qr-too-long' });
  await expect(drawCard({ ...face, qrText: 'small letters' }, defaultTemplate)).rejects.toThrow();
});

test('a card without a code with photo carries the other on both sides', async () => {
  const { photoQrText: _none, ...without } = face;
  expect((await drawCard(without, defaultTemplate)).outcome).toBe('drawn');
});

test('a portrait of token geometry keeps its eyes: nothing of it is cut away', async () => {
  const eyes = [0.375, 0.625].map((x) => `<circle cx="${x * 360}" cy="${0.6 * 360}" r="12"/>`);
  const svg = `<svg width="360" height="480"><rect width="100%" height="100%" fill="#ddd"/>${eyes.join('')}</svg>`;
  const portrait = new Uint8Array(await sharp(Buffer.from(svg)).jpeg().toBuffer());
  const [page] = await rasterise(await pdfOf({ ...face, portrait }, 'front'), 300);
  const { data, info } = await sharp(page.png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const frame = defaultTemplate.front.find(({ kind }) => kind === 'portrait');
  if (frame?.kind !== 'portrait') throw new Error('a front without a portrait');
  for (const x of [0.375, 0.625]) {
    const column = Math.round((frame.x + x * frame.width) / DOT);
    const row = Math.round((frame.y + 0.6 * frame.width) / DOT);
    expect(data[row * info.width + column]).toBeLessThan(60);
    expect(data[(row - 20) * info.width + column]).toBeGreaterThan(180);
  }
});
