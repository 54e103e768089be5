import sharp from 'sharp';
import { expect, test } from 'vitest';
import { demoPeople, photograph } from '#demo/index.ts';
import { thumbnailCrop, tokenCrop } from '#models/face/index.ts';
import { decodePhoto, encodePortrait, encodeThumbnail, type Rgb } from './index.ts';

/** Eyes as black dots on a wall: where they land can be seen in the picture that was made. */
const eyes = [
  [260, 300],
  [340, 300],
] as const;
const sighting = {
  box: { x: 200, y: 220, width: 200, height: 240, score: 1 },
  landmarks: Array.from({ length: 68 }, (_, number) => eyes[number < 42 ? 0 : 1]),
};

async function wall(): Promise<Rgb> {
  const dots = eyes.map(
    ([x, y]) =>
      ({
        input: { create: { width: 9, height: 9, channels: 3, background: '#000' } },
        left: x - 4,
        top: y - 4,
      }) as const,
  );
  const create = { width: 640, height: 480, channels: 3, background: '#ddd' } as const;
  const { data } = await sharp({ create })
    .composite(dots)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: 640, height: 480, pixels: new Uint8Array(data) };
}

/** Grey level at shares of the picture's width and height. */
async function levelAt(picture: Uint8Array, across: number, down: number): Promise<number> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data[Math.round(down * info.height) * info.width + Math.round(across * info.width)];
}

test('the portrait of the record has both eyes in the places of a token image', async () => {
  const portrait = await encodePortrait(await wall(), tokenCrop(sighting));
  const { width = 0, height = 1, format } = await sharp(portrait).metadata();
  expect([format, width / height]).toEqual(['jpeg', 0.75]);
  expect(width).toBeGreaterThanOrEqual(240);
  const down = (0.6 * width) / height;
  for (const across of [0.375, 0.625]) expect(await levelAt(portrait, across, down)).toBeLessThan(60);
  expect(await levelAt(portrait, 0.5, down)).toBeGreaterThan(180);
});

test.each(demoPeople.slice(0, 3))(
  'the thumbnail for a card is a WebP of 400 bytes at most',
  async (person) => {
    const photo = await decodePhoto(await photograph(person));
    if (!('pixels' in photo)) throw new Error(photo.code);
    const { width, height } = photo;
    const crop = { x: 0.25 * width, y: 0.1 * height, width: 0.5 * width, height: 0.5 * width };
    const thumbnail = await encodeThumbnail(photo, crop);
    expect(thumbnail.length).toBeLessThanOrEqual(400);
    expect(await sharp(thumbnail).metadata()).toMatchObject({
      format: 'webp',
      width: 48,
      height: 48,
    });
  },
);

test('the thumbnail keeps the face where it is cut', async () => {
  const portrait = await decodePhoto(await encodePortrait(await wall(), tokenCrop(sighting)));
  if (!('pixels' in portrait)) throw new Error(portrait.code);
  const thumbnail = await encodeThumbnail(portrait, thumbnailCrop(portrait));
  expect(await levelAt(thumbnail, 0.5 - 0.5 / 2.8, 0.42)).toBeLessThan(150);
  expect(await levelAt(thumbnail, 0.5, 0.42)).toBeGreaterThan(180);
});

test('even noise becomes a thumbnail', async () => {
  const pixels = Uint8Array.from({ length: 96 * 96 * 3 }, (_, i) => (i * 2654435761) >>> 24);
  const noise = { width: 96, height: 96, pixels };
  const crop = { x: 0, y: 0, width: 48, height: 48 };
  expect((await encodeThumbnail(noise, crop)).length).toBeLessThanOrEqual(400);
});
