import sharp from 'sharp';
import { expect, it } from 'vitest';
import { drawChart } from './chart.ts';

const thresholds = { candidate: 25, match: 40, most: 120 };
const text = { title: 'Engine', subtitle: '2026-11-24' };
const good = { genuine: [50, 90, 300], impostor: [1, 5, 12, 3] };
const poor = { genuine: [4, 60], impostor: [2, 45] };

/** The names of what is drawn as lines or areas, in order. */
function seriesOf(picture: string): string[] {
  return [...picture.matchAll(/data-series="([^"]*)"/g)].map(([, name]) => name);
}

it('several sets have a line each and one for all, and the scores of all below the thresholds', async () => {
  const sets = [
    { name: 'good', scores: good },
    { name: 'poor', scores: poor },
  ];
  const picture = await drawChart(sets, thresholds, text);
  expect(seriesOf(picture)).toEqual(['good', 'poor', 'pooled', 'impostor', 'genuine']);
  expect(picture).toContain('match 40 dB');
  expect(picture).toContain('candidate 25 dB');
});

it('one set has no second line for all', async () => {
  const picture = await drawChart([{ name: 'good', scores: good }], thresholds, text);
  expect(seriesOf(picture)).toEqual(['good', 'impostor', 'genuine']);
});

it('a folder named to break out of the picture stays a name', async () => {
  const picture = await drawChart([{ name: '"><script>&', scores: poor }], thresholds, text);
  expect(picture).not.toContain('<script>');
  // librsvg refuses what is not well-formed XML.
  const { format, width, height } = await sharp(Buffer.from(picture)).metadata();
  expect({ format, width, height }).toEqual({ format: 'svg', width: 1280, height: 610 });
});

it('every coordinate is a number, even without errors and with one score far out', async () => {
  const scores = { genuine: [5000], impostor: [0] };
  const picture = await drawChart([{ name: 'perfect', scores }], thresholds, text);
  expect(picture).not.toMatch(/NaN|Infinity|undefined|null/);
  const { dominant } = await sharp(Buffer.from(picture)).png().stats();
  expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(200);
});
