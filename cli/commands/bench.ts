import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { extract, matchFingerprints } from '#models/fingerprint/index.ts';
import { growFinger, impress } from '#models/fingerprint/synthetic/index.ts';
import { createGallery } from '#models/gallery/index.ts';
import { report } from '../report.ts';

/*
 * `kiosk bench`: what the engines cost, as ratios to a reference workload of the same run (a copy of memory or a
 * fixed sum), because milliseconds alone say as much about the machine as about the code.
 */

interface Figure {
  readonly what: string;
  readonly ms: number;
  readonly ratio: number;
  readonly to: string;
}

const rounds = 7;
const galleryPeople = 10_000;
const vectorLength = 128;
const matches = 500;

export const benchCommand = new Command('bench')
  .description('Time the engines as ratios to a reference workload in the same run')
  .option('--json', 'print the result as JSON')
  .action(({ json }: { json?: boolean }) => {
    const figures = [...fingerprintFigures(), galleryFigure()];
    report({ cores: availableParallelism(), figures }, json, () => table(figures));
  });

function fingerprintFigures(): Figure[] {
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
      ms: extraction,
      ratio: extraction / pass,
      to: 'one pass of square roots over the pixels',
    },
    {
      what: `${matches} genuine fingerprint comparisons`,
      ms: matching,
      ratio: matching / pass,
      to: 'the same pass',
    },
  ];
}

function galleryFigure(): Figure {
  const gallery = createGallery(vectorLength);
  const vectors = Array.from({ length: galleryPeople }, (_, person) =>
    Float32Array.from({ length: vectorLength }, (_value, at) => Math.sin(person * vectorLength + at)),
  );
  vectors.forEach((vector, person) => {
    gallery.add(String(person), vector);
  });
  const bytes = new Float32Array(galleryPeople * vectorLength);
  const target = new Float32Array(bytes.length);
  const copy = medianMs(() => target.set(bytes));
  const search = medianMs(() => gallery.search(vectors[0], 10));
  return {
    what: `1:N over ${galleryPeople} faces`,
    ms: search,
    ratio: search / copy,
    to: 'a copy of the same memory',
  };
}

function medianMs(run: () => unknown): number {
  run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

function table(figures: readonly Figure[]): string {
  return figures
    .map(({ what, ms, ratio, to }) => `${what}: ${ms.toFixed(2)} ms, ${ratio.toFixed(1)} times ${to}`)
    .join('\n');
}
