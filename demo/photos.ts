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
/** Around the person the picture goes on out of focus: blurred by so many pixels, and faded into over as many. */
const room = { blur: 40, saturation: 0.6, fade: 28 };
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

/** A 640x480 JPEG of a person in a room out of focus, the face in the middle. */
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
    .png()
    .toBuffer();
  const turned = await sharp(await inRoom(person))
    .rotate(look.turned)
    .toBuffer();
  // Turned, the frame has empty corners, which the middle of it has not.
  return sharp(turned)
    .extract(await middleOf(turned, look.turned))
    .resize(frame)
    .modulate({ brightness: look.brightness })
    .jpeg({ quality: look.quality })
    .toBuffer();
}

async function inRoom(person: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(person).metadata();
  const { blur, saturation, fade } = room;
  const mask = `<svg width="${width}" height="${height}">
    <filter id="soft"><feGaussianBlur stdDeviation="${fade / 2.5}"/></filter>
    <rect x="${fade}" y="${fade}" width="${width - 2 * fade}" height="${2 * height}" filter="url(#soft)"/>
  </svg>`;
  const faded = await sharp(person)
    .ensureAlpha()
    .composite([{ input: Buffer.from(mask), blend: 'dest-in' }])
    .png()
    .toBuffer();
  const behind = await sharp(person)
    .resize({ ...frame, fit: 'fill' })
    .blur(blur)
    .modulate({ saturation })
    .png()
    .toBuffer();
  return sharp(behind)
    .composite([{ input: faded, gravity: 'south' }])
    .png()
    .toBuffer();
}

/** The largest middle part, in the frame's proportions, of a frame that was turned by so many degrees. */
async function middleOf(turned: Buffer, degrees: number) {
  const { width, height } = await sharp(turned).metadata();
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const shrink = 1 / (Math.cos(angle) + (frame.width / frame.height) * Math.sin(angle));
  const middle = { width: Math.floor(frame.width * shrink), height: Math.floor(frame.height * shrink) };
  return {
    left: Math.floor((width - middle.width) / 2),
    top: Math.floor((height - middle.height) / 2),
    ...middle,
  };
}
