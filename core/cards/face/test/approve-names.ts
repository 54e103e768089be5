import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { drawSheets, sheetFile } from './name-sheets.ts';

/*
 * `npm run approve-names`: keeps the contact sheets of the hard names as they are drawn now. Look at each at full size,
 * in all four scripts, before you commit it.
 */

await mkdir(dirname(sheetFile(0)), { recursive: true });
for (const [index, { pixels, width }] of (await drawSheets()).entries()) {
  const raw = { width, height: pixels.length / width, channels: 1 } as const;
  await sharp(pixels, { raw }).png({ palette: true, colours: 2, effort: 10 }).toFile(sheetFile(index));
  process.stdout.write(`${sheetFile(index)}\n`);
}
