import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type CardFace, type CardLanguage, defaultTemplate, drawCard, drawPaper } from '../face/index.ts';
import { faces, photoQrText, qrText } from '../face/test/faces.ts';
import { rasterise, readQr } from './index.ts';

const languages: readonly CardLanguage[] = ['hi', 'en', 'ur', 'pa'];
const background = '#8a7f70';

/** A card after a year in a pocket, held under a lamp: 2° askew, out of focus, 80 % of its contrast, scratched. */
async function worn(png: Uint8Array): Promise<Uint8Array> {
  const { width, height } = await sharp(png).metadata();
  const scratch = Buffer.from(
    `<svg width="${width}" height="${height}"><line x1="0" y1="${height * 0.44}" x2="${width}" y2="${height * 0.5}" stroke="#fff" stroke-width="4"/></svg>`,
  );
  // Scratched first: sharp lays layers on last, whatever the order of calls.
  const scratched = await sharp(png)
    .composite([{ input: scratch }])
    .png()
    .toBuffer();
  return sharp(scratched)
    .rotate(2, { background })
    .blur(1.2)
    .linear(0.8, 0.1 * 255)
    .jpeg({ quality: 80 })
    .toBuffer();
}

async function pagesOf(drawing: ReturnType<typeof drawCard>, dpi: number): Promise<Uint8Array[]> {
  const drawn = await drawing;
  if (drawn.outcome !== 'drawn') throw new Error(drawn.outcome);
  return (await rasterise(drawn.pdf, dpi)).map(({ png }) => png);
}

const provisional = (face: CardFace): CardFace => ({ ...face, provisional: true });

test.each(languages)('both sides of a card in %s', async (language) => {
  const [front, back] = await pagesOf(drawCard(faces[language], defaultTemplate), 300);
  expect(await readQr(await worn(front))).toEqual({ outcome: 'read', text: qrText });
  expect(await readQr(await worn(back))).toEqual({ outcome: 'read', text: photoQrText });
});

test.each(languages)('a slip in %s, at 203 dpi', async (language) => {
  const face = provisional(faces[language]);
  const [slip] = await pagesOf(drawPaper('slip', face, defaultTemplate, language), 203);
  expect(await readQr(await worn(slip))).toEqual({ outcome: 'read', text: photoQrText });
});

test.each(languages)('a card cut out of a sheet in %s', async (language) => {
  const [sheet] = await pagesOf(drawPaper('a4', faces[language], defaultTemplate, language), 300);
  const half = { top: 567, width: 1011, height: 638 };
  for (const [left, text] of [
    [229, qrText],
    [1240, photoQrText],
  ] as const) {
    const cut = await sharp(sheet)
      .extract({ left, ...half })
      .png()
      .toBuffer();
    expect(await readQr(await worn(cut))).toEqual({ outcome: 'read', text });
  }
});
