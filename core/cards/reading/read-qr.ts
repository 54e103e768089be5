import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { isStillPicture } from '#core/images/index.ts';

/*
 * The QR in a picture: a photo of a card, a scan, or our own page. ZXing reads it; its engine comes from the package
 * on disk, since by itself the library would fetch it from the network.
 */

export type QrReading =
  | { outcome: 'read'; text: string }
  | { outcome: 'no-code' }
  | { outcome: 'not-an-image' };

/** A picture larger than a 40-megapixel camera's is not a photo of a card. */
const MAX_PIXELS = 40_000_000;
/** More pixels do not help to find a code that fills a hand-held photo. */
const LONGEST_SIDE = 2400;

let prepared: Promise<unknown> | null = null;

/**
 * The text of the QR in a JPEG, PNG or WebP, character for character (a trailing space is data). Turned, skewed and dim
 * pictures are read too; where several codes show, the first found counts. Never throws on a picture.
 */
export async function readQr(image: Uint8Array): Promise<QrReading> {
  const pixels = await decode(image);
  if (pixels === null) return { outcome: 'not-an-image' };
  prepared ??= prepare();
  await prepared;
  const found = await readBarcodes(pixels, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 });
  const code = found.find(({ isValid }) => isValid);
  return code ? { outcome: 'read', text: code.text } : { outcome: 'no-code' };
}

function prepare() {
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = new Uint8Array(readFileSync(path)).buffer;
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

async function decode(image: Uint8Array) {
  if (!isStillPicture(image)) return null;
  try {
    const { data, info } = await sharp(image, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    return { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const };
  } catch {
    return null;
  }
}
