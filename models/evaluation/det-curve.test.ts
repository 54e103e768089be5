import { describe, expect, it } from 'vitest';
import { poolScores } from './comparison.ts';
import { detCurve } from './det-curve.ts';
import { operatingPoints } from './metrics.ts';

describe('a curve of many scores', () => {
  const spread = (count: number, centre: number) =>
    Array.from({ length: count }, (_, i) => centre + 10 * Math.sin(i) * Math.cos(7 * i));
  const scores = { genuine: spread(3_000, 12), impostor: spread(30_000, 0) };
  const curve = detCurve(scores);

  it('is thinned to what a line can show', () => {
    expect(curve.length).toBeLessThan(2_000);
  });

  it('runs from accepting all to accepting none', () => {
    expect(curve[0]).toEqual({ fmr: 1, fnmr: 0 });
    expect(curve.at(-1)).toEqual({ fmr: 0, fnmr: 1 });
  });

  it('never runs backwards', () => {
    for (const [i, { fmr, fnmr }] of curve.slice(1).entries()) {
      expect(fmr).toBeLessThanOrEqual(curve[i].fmr);
      expect(fnmr).toBeGreaterThanOrEqual(curve[i].fnmr);
    }
  });

  it('stays within a visible step of every point that was left out', () => {
    const lowest = 1 / 30_000;
    for (const { fmr, fnmr } of operatingPoints(scores.genuine, scores.impostor)) {
      if (fmr < lowest || fnmr < 1 / 3_000) continue;
      const near = curve.some(
        (kept) =>
          Math.abs(Math.log10(kept.fmr / fmr)) < 0.011 && Math.abs(Math.log10(kept.fnmr / fnmr)) < 0.011,
      );
      expect(near).toBe(true);
    }
  });
});

it('keeps both corners of a step when no score lies between', () => {
  const curve = detCurve({ genuine: [5, 5], impostor: [1, 1] });
  expect(curve).toEqual([
    { fmr: 1, fnmr: 0 },
    { fmr: 0, fnmr: 0 },
    { fmr: 0, fnmr: 1 },
  ]);
});

it('pooled scores are those of all sets', () => {
  const one = { genuine: [1], impostor: [2, 3] };
  const other = { genuine: [4], impostor: [] };
  expect(poolScores([one, other])).toEqual({ genuine: [1, 4], impostor: [2, 3] });
});
