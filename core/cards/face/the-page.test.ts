import { expect, test } from 'vitest';
import { placeQr } from './draw-qr.ts';
import { drawCard } from './index.ts';
import { DOT, front } from './layout.ts';
import { face, qrText } from './test/faces.ts';

const text = (pdf: Uint8Array) => new TextDecoder('latin1').decode(pdf);

test('a card is one page of 85.6 by 53.98 mm', async () => {
  const pdf = text(await drawCard(face));
  expect(pdf).toContain('/MediaBox [0 0 242.645669 153.014173]');
  expect(pdf).toMatch(/\/Count 1\b/);
});

test('a card drawn twice is the same file and names nobody', async () => {
  const [first, second] = [await drawCard(face), await drawCard(face)];
  expect(Buffer.compare(first, second)).toBe(0);
  expect(text(first)).not.toMatch(/Asha|Vishwakarma/);
});

test('every module of the QR is four whole printer dots, on a whole dot, with its quiet zone', () => {
  const { matrix, module, x, y } = placeQr(qrText, front.qr);
  expect(module / DOT).toBeCloseTo(4, 9);
  expect((x / DOT) % 1).toBeCloseTo(0, 9);
  expect((y / DOT) % 1).toBeCloseTo(0, 9);
  expect((matrix.length - 17) / 4).toBeLessThanOrEqual(14);
  const size = matrix.length * module;
  for (const [from, start] of [
    [front.qr.x, x],
    [front.qr.y, y],
  ]) {
    expect(start - from).toBeGreaterThanOrEqual(4 * module);
    expect(from + front.qr.width - start - size).toBeGreaterThanOrEqual(4 * module - DOT);
  }
});

test('a longer text takes three dots a module; what cannot be printed, or is no card text, is refused', () => {
  expect(placeQr('A'.repeat(900), front.qr).module / DOT).toBeCloseTo(3, 9);
  expect(() => placeQr('A'.repeat(1200), front.qr)).toThrow(RangeError);
  expect(() => placeQr('small letters', front.qr)).toThrow();
});
