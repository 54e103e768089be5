import sharp, { type Sharp } from 'sharp';
import type { Grey, Rgb } from './decode.ts';

export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const portraitSize = { width: 360, height: 480 };

/** The portrait as JPEG, 3:4, from a crop that may reach beyond the photo; what is missing is filled with grey. */
export async function encodePortrait(photo: Rgb, crop: Crop): Promise<Uint8Array> {
  const { width, height } = portraitSize;
  return (await cropped(photo, crop)).resize(width, height, { fit: 'fill' }).jpeg({ quality: 85 }).toBuffer();
}

/** What a QR has room for beside the person's data (health-card): a square of so many pixels in so many bytes. */
const thumbnail = { side: 48, bytes: 400, qualities: [60, 50, 40, 30, 20, 10, 1] } as const;

/**
 * The face alone as the smallest picture that shows it: WebP of 48 × 48 pixels in at most 400 bytes, as good as fits.
 */
export async function encodeThumbnail(photo: Rgb, crop: Crop): Promise<Uint8Array> {
  const { side, bytes, qualities } = thumbnail;
  const small = await (await cropped(photo, crop)).resize(side, side, { fit: 'fill' }).png().toBuffer();
  for (const quality of qualities) {
    const webp = await sharp(small).webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
    if (webp.length <= bytes) return webp;
  }
  throw new Error('even noise of this size fits at the lowest quality');
}

async function cropped(photo: Rgb, crop: Crop): Promise<Sharp> {
  const left = Math.round(crop.x);
  const top = Math.round(crop.y);
  const right = Math.round(crop.x + crop.width);
  const bottom = Math.round(crop.y + crop.height);
  const margin = {
    left: Math.max(0, -left),
    top: Math.max(0, -top),
    right: Math.max(0, right - photo.width),
    bottom: Math.max(0, bottom - photo.height),
  };
  const extended = await raw(photo, 3)
    .extend({ ...margin, background: '#d8dcde' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = extended.info;
  const whole = sharp(extended.data, { raw: { width, height, channels: 3 } });
  return whole.extract({
    left: left + margin.left,
    top: top + margin.top,
    width: right - left,
    height: bottom - top,
  });
}

/** The photo of the record as JPEG. */
export async function encodePhoto(photo: Rgb): Promise<Uint8Array> {
  return raw(photo, 3).jpeg({ quality: 90 }).toBuffer();
}

/** A fingerprint as lossless PNG with its resolution inside. */
export async function encodePrint(print: Grey): Promise<Uint8Array> {
  return raw(print, 1)
    .withMetadata({ density: print.dpi })
    .toColourspace('b-w')
    .png({ compressionLevel: 9 })
    .toBuffer();
}

function raw(image: Rgb, channels: 1 | 3) {
  return sharp(image.pixels, { raw: { width: image.width, height: image.height, channels } });
}
