import sharp, { type Sharp } from 'sharp';
import { type Refused, refuse } from '#core/refusals/codes.ts';

/*
 * Pictures come from cameras, files and strangers. Only still formats a camera or scanner makes are decoded,
 * within a bound on pixels that is checked before any is decoded; EXIF rotation is honoured.
 */

export interface Rgb {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface Grey extends Rgb {
  readonly dpi: number;
}

const formats = new Set(['jpeg', 'png', 'webp']);
const maxPixels = 50_000_000;
/** Faces do not gain from more; detection time would. */
const photoSide = 1920;

/** Decodes a photo to interleaved RGB, no side above 1920 pixels. Refusals: not-an-image, image-too-large. */
export async function decodePhoto(bytes: Uint8Array): Promise<Rgb | Refused> {
  return decoded(bytes, async (image) => {
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
  return decoded(bytes, async (image) => {
    const grey = image.flatten({ background: '#ffffff' }).toColourspace('b-w').extractChannel(0);
    const { data, info } = await grey.raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, pixels: new Uint8Array(data), dpi };
  });
}

async function decoded<T>(bytes: Uint8Array, decode: (image: Sharp) => Promise<T>): Promise<T | Refused> {
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: false });
    const { format, width, height } = await image.metadata();
    if (!formats.has(format)) return refuse('not-an-image');
    if (width * height > maxPixels) return refuse('image-too-large');
    return await decode(image);
  } catch {
    return refuse('not-an-image');
  }
}
