import { describe, expect, it } from 'vitest';
import { type PairRate, wilson } from '#models/evaluation/index.ts';
import type { FaceGroup } from '#models/face/index.ts';
import {
  differences,
  keepsPromise,
  peopleFor,
  ruleOfThree,
  suspicions,
  tooSmall,
  unknown,
} from './findings.ts';

function rate(errors: number, pairs: number): PairRate {
  return {
    errors,
    pairs,
    rate: errors / pairs,
    independentPairs: pairs,
    ...(pairs > 0 ? wilson(errors / pairs, pairs) : { low: 0, high: 1 }),
  };
}

function group(by: string, name: string, fmr: PairRate, fnmr = rate(0, 50)): FaceGroup {
  const rates = { threshold: 0.93, fmr, fnmr };
  return {
    by,
    name,
    people: 10,
    images: 20,
    detectFailures: 0,
    candidate: rates,
    match: rates,
    carrying: { threshold: 0.95, fnmr: 0, shown: false },
  };
}

describe('the promise of one in a thousand', () => {
  it.each([
    ['is broken when even the lower end lies above it', 10, 72, 'above'],
    ['is kept when even the upper end lies within it', 0, 10_000, 'within'],
    ['may be either, though nothing was seen, in a thousand pairs', 0, 1_000, 'cannot-say'],
    ['is not known without a pair', 0, 0, 'nothing'],
  ])('%s', (_what, errors, pairs, verdict) => {
    expect(keepsPromise(rate(errors, pairs), 0.001)).toBe(verdict);
  });
});

describe('a group', () => {
  const many = group('origin', 'many', rate(20, 100));
  const few = group('origin', 'few', rate(4, 1_100));
  const one = group('origin', 'one', rate(1, 20));
  const none = group('origin', 'none', rate(0, 4));
  const other = group('age', 'other', rate(0, 5_000));

  it('differs only from groups of its own kind, and only when the intervals do not meet', () => {
    const found = differences([many, few, one, none, other], 'fmr');
    expect(found.map(({ worse, better }) => [worse.name, better.name])).toEqual([['many', 'few']]);
  });

  it('is told apart also by who is not known again', () => {
    const missed = group('age', 'old', rate(0, 100), rate(20, 50));
    expect(differences([missed, other], 'fnmr').map(({ worse }) => worse.name)).toEqual(['old']);
    expect(differences([missed, other], 'fmr')).toEqual([]);
  });

  it('is suspected when its rate is high but may be chance', () => {
    const chance = group('origin', 'chance', rate(1, 300));
    expect(suspicions([many, none, other, chance]).map(({ name }) => name)).toEqual(['chance']);
  });

  it('is too small below three thousand pairs, and of four pairs nothing is known', () => {
    const all = [many, few, none, other];
    expect(tooSmall(all, 0.001).map(({ name }) => name)).toEqual(['many', 'few', 'none']);
    expect(unknown(all).map(({ name }) => name)).toEqual(['none']);
  });
});

it('by the rule of three, one in a thousand takes the pairs of 78 people', () => {
  expect(ruleOfThree(0.001)).toBe(3000);
  expect((78 * 77) / 2).toBeGreaterThanOrEqual(3000);
  expect((77 * 76) / 2).toBeLessThan(3000);
  expect(peopleFor(3000)).toBe(78);
});
