import sharp, { type Sharp } from 'sharp';
import { type Refused, refuse } from '#core/refusals/codes.ts';
import { isStillPicture } from './still-picture.ts';

/*
 * Pictures come from cameras, files and strangers. Only still formats a camera or scanner makes are decoded. Size
 * is bounded before any pixel is decoded, and time while it is. A photo is shrunk as it is decoded, so that even one of
 * 100 megapixels takes little memory; one that is stored as a whole picture growing sharper (progressive, interlaced) has
 * to be held whole, and may have fewer. EXIF rotation is honoured.
 */

export interface Rgb {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface Grey extends Rgb {
  readonly dpi: number;
}

const longestSeconds = 20;
/** Held whole while they are decoded: at most 300 MB. */
const mostPixels = 50_000_000;
/** Decoded a strip at a time. */
const mostPixelsInStrips = 120_000_000;
/** Faces do not gain from more; detection time would. */
const photoSide = 1920;

/** Decodes a photo to interleaved RGB, no side above 1920 pixels. Refusals: not-an-image, image-too-large. */
export async function decodePhoto(bytes: Uint8Array): Promise<Rgb | Refused> {
  return decoded(bytes, mostPixelsInStrips, async (image) => {
    const fitted = image
      .autoOrient()
      .resize({ width: photoSide, height: photoSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb');
    const { data, info } = await fitted.raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
  });
}

/** Decodes a fingerprint to 8-bit grey at its own size; `dpi` is the caller's word. Same refusals. */
export async function decodePrint(bytes: Uint8Array, dpi: number): Promise<Grey | Refused> {
  return decoded(bytes, mostPixels, async (image) => {
    const grey = image.flatten({ background: '#ffffff' }).toColourspace('b-w').extractChannel(0);
    const { data, info } = await grey.raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, pixels: new Uint8Array(data), dpi };
  });
}

async function decoded<T>(
  bytes: Uint8Array,
  pixels: number,
  decode: (image: Sharp) => Promise<T>,
): Promise<T | Refused> {
  if (!isStillPicture(bytes)) return refuse('not-an-image');
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: false });
    const { width, height, isProgressive } = await image.metadata();
    if (width * height > (isProgressive ? mostPixels : pixels)) return refuse('image-too-large');
    return await decode(image.timeout({ seconds: longestSeconds }));
  } catch {
    return refuse('not-an-image');
  }
}
