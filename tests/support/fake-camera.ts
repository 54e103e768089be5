import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DemoPerson, photograph } from '#demo/index.ts';

const frames = 30;

/** A film of one person for Chromium's fake camera: JPEGs one after another. */
export async function filmOf(person: DemoPerson, folder: string): Promise<string> {
  const frame = await photograph(person);
  const path = join(folder, 'camera.mjpeg');
  await writeFile(path, Buffer.concat(Array.from({ length: frames }, () => frame)));
  return path;
}
