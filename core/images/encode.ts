import sharp from 'sharp';
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
  return sharp(extended.data, { raw: { width, height, channels: 3 } })
    .extract({ left: left + margin.left, top: top + margin.top, width: right - left, height: bottom - top })
    .resize(portraitSize.width, portraitSize.height, { fit: 'fill' })
    .jpeg({ quality: 85 })
    .toBuffer();
}

const thumbnailSide = 48;
const mostThumbnailBytes = 400;
const thumbnailQualities = [60, 45, 30, 20, 10, 1];

/** A portrait as the small photo of a card: WebP, 48 × 48, at most 400 bytes; null where even the worst is larger. */
export async function encodeThumbnail(portrait: Uint8Array): Promise<Uint8Array | null> {
  const small = sharp(portrait).resize(thumbnailSide, thumbnailSide, { fit: 'cover' });
  for (const quality of thumbnailQualities) {
    const webp = await small.clone().webp({ quality, effort: 6 }).toBuffer();
    if (webp.length <= mostThumbnailBytes) return webp;
  }
  return null;
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
