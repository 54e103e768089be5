import { extract, matchFingerprints } from '#models/fingerprint/index.ts';
import { growFinger, impress } from '#models/fingerprint/synthetic/index.ts';
import { type Figure, medianMs } from './figure.ts';

/* `kiosk bench fingerprint`: extraction and comparison. */

const matches = 500;

export function fingerprintFigures(): Figure[] {
  const finger = growFinger(1);
  const print = impress(finger, { seed: 1 });
  const probe = extract(print);
  const other = extract(impress(finger, { seed: 2 }));
  if (probe.outcome !== 'extracted' || other.outcome !== 'extracted')
    throw new Error('a synthetic print was refused');
  const passes = new Float64Array(print.pixels.length);
  const pass = medianMs(() => {
    for (let at = 0; at < passes.length; at++) passes[at] = Math.sqrt(print.pixels[at] + at);
  });
  const extraction = medianMs(() => extract(print));
  const matching = medianMs(() => {
    for (let count = 0; count < matches; count++) matchFingerprints(probe.template, other.template);
  });
  return [
    {
      what: 'fingerprint extraction, 256x288',
      value: extraction,
      unit: 'ms',
      ratio: extraction / pass,
      to: 'one pass of square roots over the pixels',
    },
    {
      what: `${matches} genuine fingerprint comparisons`,
      value: matching,
      unit: 'ms',
      ratio: matching / pass,
      to: 'the same pass',
    },
  ];
}
