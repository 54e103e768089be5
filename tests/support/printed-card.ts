import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { rasterise, readQr } from '#core/index.ts';

const dpi = 300;

/** The code of the card that the folder printer made last, read from its pixels as a scanner would. */
export async function codeOfPrintedCard(home: string): Promise<string> {
  const folder = join(home, 'cards');
  const files = (await readdir(folder))
    .filter((file) => file.endsWith('.pdf'))
    .map((file) => join(folder, file));
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  return codeOf(await readFile(files[times.indexOf(Math.max(...times))]));
}

/** The code on a card's PDF. */
export async function codeOf(pdf: Uint8Array): Promise<string> {
  const [front] = await rasterise(pdf, dpi);
  const reading = await readQr(front.png);
  if (reading.outcome !== 'read') throw new Error(`the printed card: ${reading.outcome}`);
  return reading.text;
}
