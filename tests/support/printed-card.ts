import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rasterise, readQr } from '#core/index.ts';

const dpi = 300;

/** The code of the one card that the folder printer made, read from its pixels as a scanner would. */
export async function codeOfPrintedCard(home: string): Promise<string> {
  const folder = join(home, 'cards');
  const [name] = (await readdir(folder)).filter((file) => file.endsWith('.pdf'));
  const [front] = await rasterise(await readFile(join(folder, name)), dpi);
  const reading = await readQr(front.png);
  if (reading.outcome !== 'read') throw new Error(`the printed card: ${reading.outcome}`);
  return reading.text;
}
