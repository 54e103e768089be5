import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isRefused } from '#core/refusals/codes.ts';
import { decodePhoto, decodePrint } from './decode.ts';
import { encodePortrait, encodePrint } from './encode.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#808080' } });

test.each([
  ['no bytes', new Uint8Array()],
  ['text', Buffer.from('this is not a picture')],
  [
    'an SVG',
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>',
    ),
  ],
])('%s is not an image', async (_what, bytes) => {
  expect(await decodePhoto(bytes)).toEqual({ outcome: 'refused', code: 'not-an-image' });
});

test('a truncated JPEG is not an image', async () => {
  const whole = await picture(400, 300).jpeg().toBuffer();
  expect(await decodePhoto(whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'not-an-image' });
});

test('a picture of 120 megapixels and more is refused before it is decoded', async () => {
  const huge = await picture(12_000, 10_001).png().toBuffer();
  expect(await decodePhoto(huge)).toMatchObject({ code: 'image-too-large' });
});

test('of a picture that has to be held whole less is taken, and so of a print', async () => {
  const interlaced = await picture(8_000, 6_300).png({ progressive: true }).toBuffer();
  expect(await decodePhoto(interlaced)).toMatchObject({ code: 'image-too-large' });
  const plain = await picture(8_000, 6_300).png().toBuffer();
  expect(await decodePhoto(plain)).toMatchObject({ width: 1920, height: 1512 });
  expect(await decodePrint(plain, 500)).toMatchObject({ code: 'image-too-large' });
});

test('a photo taken on its side is turned upright', async () => {
  const sideways = await picture(40, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  expect(await decodePhoto(sideways)).toMatchObject({ width: 20, height: 40 });
});

test('a print goes through PNG unchanged', async () => {
  const pixels = Uint8Array.from({ length: 12 }, (_, index) => index * 20);
  const print = await decodePrint(await encodePrint({ width: 4, height: 3, pixels, dpi: 508 }), 508);
  expect(print).toEqual({ width: 4, height: 3, pixels, dpi: 508 });
});

test('a portrait may reach beyond the photo', async () => {
  const photo = await decodePhoto(await picture(200, 200).png().toBuffer());
  if (isRefused(photo)) throw new Error(photo.code);
  const portrait = await encodePortrait(photo, { x: -50, y: -20, width: 240, height: 320 });
  expect(await sharp(portrait).metadata()).toMatchObject({ format: 'jpeg', width: 360, height: 480 });
});
