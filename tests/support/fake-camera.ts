import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { type DemoPerson, photograph } from '#demo/index.ts';

/* What stands before the camera: frames for Chromium's fake camera, which plays a file of JPEGs in a loop. */

const frames = 30;
const size = { width: 640, height: 480 };
const backdrop = '#9fb3b5';
/** Of the middle of a photograph that two people share a frame with, in pixels. */
const halfOfFrame = { left: 160, top: 0, width: 320, height: 480 };

/** Writes the film that is seen whenever a camera is opened from now on. */
export async function putFilm(path: string, frame: Uint8Array): Promise<void> {
  await writeFile(path, Buffer.concat(Array.from({ length: frames }, () => frame)));
}

/** The room with nobody in it. */
export async function emptyRoom(): Promise<Uint8Array> {
  return room().jpeg().toBuffer();
}

/** Two people side by side. */
export async function together(left: DemoPerson, right: DemoPerson): Promise<Uint8Array> {
  const halves = await Promise.all(
    [left, right].map(async (person) =>
      sharp(await photograph(person))
        .extract(halfOfFrame)
        .toBuffer(),
    ),
  );
  const placed = halves.map((input, index) => ({ input, left: index * halfOfFrame.width, top: 0 }));
  return room().composite(placed).jpeg().toBuffer();
}

/** A card held before the camera, filling most of the frame. */
export async function cardHeldUp(card: Uint8Array): Promise<Uint8Array> {
  const held = await sharp(card)
    .resize({ width: Math.round(wide.width * 0.85) })
    .toBuffer();
  const scene = sharp({ create: { ...wide, channels: 3, background: backdrop } });
  return scene
    .composite([{ input: held }])
    .jpeg()
    .toBuffer();
}

/** A code needs more pixels than a face. */
const wide = { width: 1280, height: 960 };

function room() {
  return sharp({ create: { ...size, channels: 3, background: backdrop } });
}
