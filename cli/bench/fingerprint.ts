import {
  extract,
  type FingerprintTemplate,
  matchFingerprints,
  packTemplate,
} from '#models/fingerprint/index.ts';
import { growFinger, growGallery, impress, touchAgain } from '#models/fingerprint/synthetic/index.ts';
import { type Figure, medianMs } from './figure.ts';
import { searchFigures } from './finger-search.ts';

/* `kiosk bench fingerprint`: extraction, comparison and one-to-many search. The reference is a pass over a print. */

const compared = 200;

/** @param fingers in the gallery that is searched. */
export async function fingerprintFigures(fingers: number): Promise<Figure[]> {
  const print = impress(growFinger(1), { seed: 1 });
  const passes = new Float64Array(print.pixels.length);
  const pass = await medianMs(() => {
    for (let at = 0; at < passes.length; at++) passes[at] = Math.sqrt(print.pixels[at] + at);
  });
  const to = 'a pass of square roots over the pixels of a print';
  const extraction = await medianMs(() => extract(print));
  return [
    { what: 'extraction of a print of 256x288', value: extraction, unit: 'ms', ratio: extraction / pass, to },
    ...(await comparisonFigures(pass, to)),
    ...(await searchFigures(fingers, pass, to)),
  ];
}

async function comparisonFigures(pass: number, to: string): Promise<Figure[]> {
  const gallery = growGallery(compared, 1);
  const again = gallery.map((template) => touchAgain(template, 1));
  const msOf = async (other: (at: number) => FingerprintTemplate) => {
    const all = await medianMs(() => gallery.map((probe, at) => matchFingerprints(probe, other(at))));
    return all / compared;
  };
  const mates = await msOf((at) => again[at]);
  const strangers = await msOf((at) => again[(at + 1) % compared]);
  const bytes = gallery.map((template) => packTemplate(template).length).sort((a, b) => a - b);
  return [
    { what: 'comparisons of mates, one core', value: 1000 / mates, unit: '/s', ratio: mates / pass, to },
    {
      what: 'comparisons of strangers, one core',
      value: 1000 / strangers,
      unit: '/s',
      ratio: strangers / pass,
      to,
    },
    { what: 'a packed template, median', value: bytes[compared >> 1], unit: 'bytes' },
  ];
}
