import { expect, it } from 'vitest';
import { figuresTable } from './table.ts';

const figures = {
  folder: '/sets/wet',
  images: 80,
  genuine: 280,
  impostor: 2880,
  eer: 0.0785,
  fmr100: 0.0929,
  fmr1000: 0.1107,
  zeroFmr: 0.125,
  failedToExtract: 0,
  extractMs: { median: 90.2, p95: 117.4 },
  comparisonsPerSecond: 4717.2,
  templateBytes: { median: 258, max: 663 },
  rank1: 1,
};

it('rates are in per cent with two decimals, under their heads', () => {
  const [heads, row] = figuresTable([figures], null).split('\n');
  expect(row).toMatch(
    /^wet +80 +0 +280 +2,880 +7\.85 +9\.29 +11\.07 +12\.50 +100\.00 +90 \(117\) +4,717 +258 \(663\)$/,
  );
  expect(heads.length).toBe(row.length);
  expect(heads.indexOf('EER %') + 'EER %'.length).toBe(row.indexOf('7.85') + '7.85'.length);
});

it('unreadable files have a column only when there are any', () => {
  expect(figuresTable([figures], null)).not.toContain('unreadable');
  const [heads, row, other] = figuresTable([figures, { ...figures, folder: 'b', unreadable: 3 }], null).split(
    '\n',
  );
  expect(heads).toContain('unreadable');
  expect(row.length).toBe(other.length);
});

it('a rate of nothing is a dash', () => {
  expect(figuresTable([{ ...figures, rank1: Number.NaN }], null)).toContain(' - ');
});

it('folders of one name keep their paths', () => {
  const table = figuresTable([figures, { ...figures, folder: '/other/wet' }], null);
  expect(table).toContain('/sets/wet');
  expect(table).toContain('/other/wet');
});
