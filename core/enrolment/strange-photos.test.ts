import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefused, type RefusalCode } from '#core/refusals/codes.ts';
import { type FaceEngine, openFaceEngine } from '#models/face/index.ts';
import { portrait, samplePhoto } from '#models/face/samples.ts';
import { embedPhoto } from './capture-face.ts';

/* Real bytes, as a file or a camera may bring them, through the real decoder and the real worker. */

let face: FaceEngine;

beforeAll(async () => {
  face = await openFaceEngine();
});

afterAll(() => face?.close());

/** After whatever came before, the engine still makes templates. */
async function goesOn(): Promise<void> {
  expect(isRefused(await embedPhoto({ face }, await jpeg()))).toBe(false);
}

const jpeg = async () => (await portrait('sixth')).jpeg().toBuffer();
const png = async () => (await portrait('sixth')).png().toBuffer();

async function outcomeOf(bytes: Uint8Array): Promise<RefusalCode | 'embedded'> {
  const embedding = await embedPhoto({ face }, bytes);
  return isRefused(embedding) ? embedding.code : embedding.embedded.outcome;
}

async function vectorOf(bytes: Uint8Array): Promise<Float32Array> {
  const embedding = await embedPhoto({ face }, bytes);
  if (isRefused(embedding)) throw new Error(embedding.code);
  return embedding.embedded.vector;
}

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8a8f86' } });

describe('an unusual photo of one person gives the template of the usual one', () => {
  test.each([
    ['in grey', async () => (await portrait('sixth')).greyscale().jpeg().toBuffer()],
    ['in grey of 16 bits, see-through', greyOf16Bits],
    [
      'in CMYK, as a print shop saves it',
      async () => (await portrait('sixth')).toColourspace('cmyk').jpeg().toBuffer(),
    ],
    ['in 64 colours', async () => (await portrait('sixth')).png({ palette: true, colours: 64 }).toBuffer()],
    ['as WebP', async () => (await portrait('sixth')).webp().toBuffer()],
    ['on its side, as its EXIF says', () => turned(270, 6)],
    ['upside down, as its EXIF says', () => turned(180, 3)],
    ['of 12,000 x 9,000 pixels', () => enlarged({})],
  ])('%s', async (_what, make) => {
    const [usual, unusual] = [await vectorOf(await png()), await vectorOf(await make())];
    const cosine = usual.reduce((sum, value, i) => sum + value * unusual[i], 0);
    expect(cosine).toBeGreaterThan(face.thresholds.match);
  });

  test('before a poster of somebody else', async () => {
    expect(await outcomeOf(await beforePoster(0.2))).toBe('embedded');
  });
});

describe('is refused with a reason, and the engine goes on', () => {
  const refused: readonly [string, () => Promise<Uint8Array>, RefusalCode[]][] = [
    ['no face', () => canvas(640, 480).jpeg().toBuffer(), ['no-face']],
    ['several people', () => samplePhoto(5).jpeg().toBuffer(), ['several-faces']],
    ['a poster as large as the person', () => beforePoster(0.6), ['several-faces']],
    ['half a face, as somebody turned away shows it', halfAFace, ['poor-face', 'no-face']],
    ['on its side, without EXIF', () => turned(90), ['poor-face', 'no-face']],
    ['upside down, without EXIF', () => turned(180), ['poor-face', 'no-face']],
    ['16 x 16 pixels', async () => (await portrait('sixth')).resize(16, 16).jpeg().toBuffer(), ['no-face']],
    ['a strip', () => canvas(60_000, 1).png().toBuffer(), ['no-face']],
    ['12,000 x 9,000 pixels, progressive', () => enlarged({ progressive: true }), ['image-too-large']],
    ['no bytes', async () => new Uint8Array(), ['not-an-image']],
    ['a GIF of many huge frames', async () => gifBomb(), ['not-an-image']],
    ['an SVG of entities within entities', async () => svgBomb(), ['not-an-image']],
    ['an SVG behind a JPEG mark', async () => Buffer.concat([JPEG_MARK, svgBomb()]), ['not-an-image']],
    ['a PNG that claims 40,000 x 40,000', () => lyingPng(40_000), ['image-too-large']],
    ['a PNG that claims more than it holds', () => lyingPng(4_000), ['not-an-image']],
    ['a PNG that claims no width', () => lyingPng(0), ['not-an-image']],
    ['a JPEG that claims 65,000 x 65,000', () => lyingJpeg(65_000), ['image-too-large']],
    ['a JPEG that claims more than it holds', () => lyingJpeg(8_000), ['no-face', 'not-an-image']],
  ];
  test.each(refused)('%s', async (_what, make, codes) => {
    expect(codes).toContain(await outcomeOf(await make()));
    await goesOn();
  });

  test.each([0.01, 0.1, 0.5, 0.9, 0.99])('all but the first %f of the file is lost', async (share) => {
    for (const whole of [await jpeg(), await png()])
      expect(await outcomeOf(whole.subarray(0, whole.length * share))).toBe('not-an-image');
  });

  test('a byte here and there has been altered: refused or taken, but answered', async () => {
    for (const whole of [await jpeg(), await png()]) {
      for (let at = 20; at < whole.length; at += Math.ceil(whole.length / 12)) {
        const altered = Uint8Array.from(whole);
        altered[at] ^= 0x55;
        await outcomeOf(altered);
      }
    }
    await goesOn();
  });
});

async function greyOf16Bits(): Promise<Uint8Array> {
  const grey = (await portrait('sixth')).greyscale().ensureAlpha(0.95);
  return grey.toColourspace('grey16').png().toBuffer();
}

async function turned(degrees: number, orientation?: number): Promise<Uint8Array> {
  const photo = (await portrait('sixth')).rotate(degrees);
  return (orientation ? photo.withMetadata({ orientation }) : photo).jpeg().toBuffer();
}

async function enlarged(options: { readonly progressive?: boolean }): Promise<Uint8Array> {
  const fitted = (await portrait('sixth')).resize(12_000, 9_000, { fit: 'contain', kernel: 'nearest' });
  return fitted.jpeg({ quality: 60, ...options }).toBuffer();
}

/** Somebody else's head beside the person's, of this share of the height. */
async function beforePoster(share: number): Promise<Uint8Array> {
  const person = await (await portrait('sixth')).toBuffer({ resolveWithObject: true });
  const { width, height } = person.info;
  const poster = (await portrait('first')).resize({ height: Math.round(height * share) });
  return canvas(width * 2, height)
    .composite([
      { input: person.data, left: 0, top: 0 },
      { input: await poster.toBuffer(), left: width + 30, top: 20 },
    ])
    .jpeg()
    .toBuffer();
}

async function halfAFace(): Promise<Uint8Array> {
  const { data, info } = await (await portrait('sixth')).toBuffer({ resolveWithObject: true });
  const half = await sharp(data)
    .extract({ left: 0, top: 0, width: Math.round(info.width * 0.42), height: info.height })
    .toBuffer();
  return canvas(info.width, info.height)
    .composite([{ input: half, left: 0, top: 0 }])
    .jpeg()
    .toBuffer();
}

const JPEG_MARK = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

/** Tells of 65,535 x 65,535 pixels, a thousand times over. */
function gifBomb(): Buffer {
  const head = Buffer.from('474946383961ffffffff800000000000ffffff', 'hex');
  const frame = Buffer.from('21f90400000000002c00000000ffffffff0002024401', 'hex');
  return Buffer.concat([head, ...Array.from({ length: 1000 }, () => frame), Buffer.from([0, 0x3b])]);
}

function svgBomb(): Buffer {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
  return Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e0 "ha">${entities.join('')}]>
     <svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"><text>&e9;</text></svg>`,
  );
}

/** A portrait whose header says another width and height, with the checksum to go with it. */
async function lyingPng(side: number): Promise<Uint8Array> {
  const lying = Buffer.from(await png());
  lying.writeUInt32BE(side, 16);
  lying.writeUInt32BE(side, 20);
  lying.writeUInt32BE(crc32(lying.subarray(12, 29)), 29);
  return lying;
}

async function lyingJpeg(side: number): Promise<Uint8Array> {
  const lying = Buffer.from(await jpeg());
  const frame = lying.indexOf(Buffer.from([0xff, 0xc0]));
  lying.writeUInt16BE(side, frame + 5);
  lying.writeUInt16BE(side, frame + 7);
  return lying;
}
