import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { DemoPerson } from './people.ts';

/*
 * Portraits cut from the sample photos, as a webcam would show them. There is one photo of each person, so a
 * second look at somebody is the same picture under other light, turned a little, and compressed harder: easier
 * than a true second photo, and said so in the demo's README.
 */

const frame = { width: 640, height: 480 };
/** Height of the face box in the frame. */
const faceHeight = 210;
/** How far around the face box the picture is kept, in face widths and heights; beyond stand other people. */
const kept = { width: 1.9, height: 2.05 };
const backdrop = '#9fb3b5';
const samples = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

export interface Look {
  /** Degrees, clockwise. */
  readonly turned: number;
  /** 1 is as it is. */
  readonly brightness: number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
}

const firstLook: Look = { turned: 0, brightness: 1, quality: 92 };
export const secondLook: Look = { turned: 3, brightness: 0.88, quality: 70 };

/** A 640x480 JPEG of a person before a plain backdrop, the face in the middle. */
export async function photograph({ photo }: DemoPerson, look: Look = firstLook): Promise<Uint8Array> {
  const file = sharp(join(samples, `sample${photo.sample}.jpg`));
  const { width: sampleWidth, height: sampleHeight } = await file.metadata();
  const left = Math.max(0, Math.round(photo.x - (photo.width * (kept.width - 1)) / 2));
  const top = Math.max(0, Math.round(photo.y - (photo.height * (kept.height - 1)) / 2));
  const width = Math.min(sampleWidth - left, Math.round(photo.width * kept.width));
  const height = Math.min(sampleHeight - top, Math.round(photo.height * kept.height));
  const scale = faceHeight / photo.height;
  const person = await file
    .extract({ left, top, width, height })
    .resize({ height: Math.round(height * scale) })
    .toBuffer();
  const scene = await sharp({ create: { ...frame, channels: 3, background: backdrop } })
    .composite([{ input: person, gravity: 'south' }])
    .png()
    .toBuffer();
  const turned = await sharp(scene).rotate(look.turned, { background: backdrop }).png().toBuffer();
  return sharp(turned)
    .resize(frame.width, frame.height, { fit: 'cover' })
    .modulate({ brightness: look.brightness })
    .jpeg({ quality: look.quality })
    .toBuffer();
}
