import sharp from 'sharp';
import { expect, test } from 'vitest';
import { rasterise } from '../../reading/index.ts';
import { defaultTemplate, drawPaper } from '../index.ts';
import { faces } from '../test/faces.ts';

const MM = 72 / 25.4;

async function pdfOf(
  ...[form, face, language]: [form: 'a4' | 'slip', face: typeof faces.hi, language: 'hi' | 'ur']
) {
  const drawn = await drawPaper(form, face, defaultTemplate, language);
  if (drawn.outcome !== 'drawn') throw new Error(drawn.outcome);
  return drawn.pdf;
}

const sizeOf = (pdf: Uint8Array) => {
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(new TextDecoder('latin1').decode(pdf));
  return box ? [Number(box[1]) / MM, Number(box[2]) / MM] : [];
};

test('a sheet is A4; a slip is 80 mm wide and as long as its text', async () => {
  const [width, height] = sizeOf(await pdfOf('a4', faces.hi, 'hi'));
  expect([width, height].map(Math.round)).toEqual([210, 297]);
  const [slipWidth, short] = sizeOf(await pdfOf('slip', faces.hi, 'hi'));
  expect(slipWidth).toBeCloseTo(80, 3);
  const { guardian: _guardian, area: _area, ...bare } = faces.hi;
  expect(sizeOf(await pdfOf('slip', bare, 'hi'))[1]).toBeLessThan(short);
});

test('on a slip every module is the same whole number of printer dots', async () => {
  const [slip] = await rasterise(await pdfOf('slip', faces.hi, 'hi'), 203.2);
  const { data, info } = await sharp(slip.png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const row = Math.round(info.height / 2) * info.width;
  const across = [...data.subarray(row + 80, row + 560)];
  expect(new Set(across)).toEqual(new Set([0, 255]));
  const edges = across.flatMap((grey, x) => (x > 0 && grey !== across[x - 1] ? [x] : []));
  expect(edges.every((x) => (x - edges[0]) % 4 === 0)).toBe(true);
});

test('on a slip the portrait is dots of black and white alone, each on a dot of the printer', async () => {
  const grey = sharp({ create: { width: 90, height: 120, channels: 3, background: '#808080' } });
  const half = { ...faces.hi, portrait: new Uint8Array(await grey.jpeg().toBuffer()) };
  const [slip] = await rasterise(await pdfOf('slip', half, 'hi'), 203.2);
  const photo = await sharp(slip.png)
    .extract({ left: 40, top: 340, width: 180, height: 200 })
    .greyscale()
    .raw()
    .toBuffer();
  expect(new Set(photo)).toEqual(new Set([0, 255]));
  const white = photo.filter((dot) => dot === 255).length / photo.length;
  expect(white).toBeGreaterThan(0.4);
  expect(white).toBeLessThan(0.8);
});

test('a portrait that is no picture leaves a slip with its words', async () => {
  const broken = { ...faces.hi, portrait: Uint8Array.of(1, 2, 3) };
  expect((await drawPaper('slip', broken, defaultTemplate, 'hi')).outcome).toBe('drawn');
});

test('a code that fits no whole dots is said not to', async () => {
  const long = { ...faces.hi, photoQrText: 'A'.repeat(3000) };
  expect(await drawPaper('slip', long, defaultTemplate, 'hi')).toEqual({ outcome: 'qr-too-long' });
});
