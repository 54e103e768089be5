import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { readCard } from '#health-card/index.ts';
import { type CardFace, defaultTemplate, drawCard } from '../face/index.ts';
import { claims, devicePublicKey, face, qrText } from '../face/test/faces.ts';
import { rasterise, readQr } from './index.ts';

const PRINTER_DPI = 300;
let card: Uint8Array;

async function drawn(of: CardFace): Promise<Uint8Array> {
  const drawing = await drawCard(of, defaultTemplate);
  if (drawing.outcome !== 'drawn') throw new Error(drawing.outcome);
  return drawing.pdf;
}

beforeAll(async () => {
  const [page] = await rasterise(await drawn(face), PRINTER_DPI);
  expect(page).toMatchObject({ width: 1011, height: 638 });
  card = page.png;
});

test('as printed', async () => {
  expect(await readQr(card)).toEqual({ outcome: 'read', text: qrText });
});

test('worn, tilted and dim, then verified', async () => {
  const worn = await sharp(card)
    .rotate(2, { background: '#8a7f70' })
    .affine([1, 0.02, 0.03, 0.98], { background: '#8a7f70' })
    .blur(1.3)
    .linear(0.5, 70)
    .jpeg({ quality: 70 })
    .toBuffer();
  const reading = await readQr(worn);
  expect(reading).toEqual({ outcome: 'read', text: qrText });
  const read = readCard(reading.outcome === 'read' ? reading.text : '');
  if (read.outcome !== 'read') throw new Error('the card was not read');
  expect(read.claims).toEqual(claims);
  expect(read.verifySignature(devicePublicKey)).toBe(true);
});

test.each([90, 180, 270])('held turned by %i degrees', async (angle) => {
  expect(await readQr(await sharp(card).rotate(angle).png().toBuffer())).toEqual({
    outcome: 'read',
    text: qrText,
  });
});

test('with a scratch across the code', async () => {
  const scratch = await sharp({ create: { width: 330, height: 6, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer();
  const scratched = await sharp(card)
    .composite([{ input: scratch, left: 645, top: 330 }])
    .png()
    .toBuffer();
  expect(await readQr(scratched)).toEqual({ outcome: 'read', text: qrText });
});

test('a text that ends in spaces keeps them', async () => {
  const padded = `${qrText.slice(0, -2)}  `;
  const [page] = await rasterise(await drawn({ ...face, qrText: padded }), PRINTER_DPI);
  expect(await readQr(page.png)).toEqual({ outcome: 'read', text: padded });
});

test('a photo of no card has no code; what is no picture is said to be none', async () => {
  const blank = sharp({ create: { width: 200, height: 200, channels: 3, background: '#777777' } });
  expect(await readQr(await blank.jpeg().toBuffer())).toEqual({ outcome: 'no-code' });
  expect(await readQr(new TextEncoder().encode('no picture'))).toEqual({ outcome: 'not-an-image' });
  expect(await readQr(card.subarray(0, card.length / 2))).toEqual({ outcome: 'not-an-image' });
  const bomb = sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000000' } });
  expect(await readQr(await bomb.png().toBuffer())).toEqual({ outcome: 'not-an-image' });
});
