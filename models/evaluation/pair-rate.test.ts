import { describe, expect, it } from 'vitest';
import { falseMatches, falseNonMatches, type ScoredPair } from './pair-rate.ts';
import { wilson } from './wilson.ts';

/** All pairs of different people; the score of each. */
function strangers(count: number, score: (a: number, b: number) => number): ScoredPair[] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, i) => a + 1 + i).map((b) => ({
      people: [a, b] as const,
      score: score(a, b),
    })),
  );
}

/** Pictures of one person each time: `[person, score]`. */
function own(...pairs: readonly (readonly [number, number])[]): ScoredPair[] {
  return pairs.map(([person, score]) => ({ people: [person, person] as const, score }));
}

describe('an interval', () => {
  it('is the one in the textbook: 15 of 50 lie between 19.1 and 43.8 %', () => {
    const { low, high } = wilson(15 / 50, 50);
    expect(low).toBeCloseTo(0.191, 3);
    expect(high).toBeCloseTo(0.438, 3);
  });

  it('of none in n ends near 3.8 / n', () => {
    expect(wilson(0, 1000)).toEqual({ low: expect.closeTo(0, 9), high: expect.closeTo(0.0038, 4) });
  });
});

describe('false matches', () => {
  it('are the strangers on or above the threshold', () => {
    const pairs = strangers(5, (a, b) => 10 * a + b); // 1 2 3 4 12 13 14 23 24 34
    expect(falseMatches(pairs, 23)).toMatchObject({ errors: 3, pairs: 10, rate: 0.3 });
  });

  it('of strangers who have nothing to do with each other stand on every pair', () => {
    const disjoint = Array.from({ length: 40 }, (_, i) => ({
      people: [2 * i, 2 * i + 1] as const,
      score: i < 20 ? 1 : 0,
    }));
    expect(falseMatches(disjoint, 1)).toMatchObject({ rate: 0.5, independentPairs: 40 });
  });

  it('that one person causes say less than as many spread over all', () => {
    const byOne = falseMatches(
      strangers(20, (a) => (a === 0 ? 1 : 0)),
      1,
    );
    const spread = falseMatches(
      strangers(20, (a, b) => (b - a === 1 ? 1 : 0)),
      1,
    );
    expect(byOne.errors).toBe(19);
    expect(spread.errors).toBe(19);
    expect(byOne.independentPairs).toBeLessThan(spread.independentPairs / 3);
    expect(byOne.high).toBeGreaterThan(spread.high);
  });

  it('by hand: among four people one resembles two others', () => {
    // Ten times as many pairs of the same people change nothing: the dependence is the people's.
    const few = strangers(4, (a, b) => (a === 0 && b < 3 ? 1 : 0));
    const pairs = Array.from({ length: 10 }, () => few).flat();
    // Rate 1/3. Residuals, of ten pairs: 0-1 and 0-2 20/3, all others -10/3. By person: 10, 0, 0, -10; squares 200. By
    // two people: 2 · 400/9 + 4 · 100/9 = 1200/9. Their difference is less than the latter, which stands for it.
    const variance = (1200 / 9 / 3600) * (4 / 3);
    expect(falseMatches(pairs, 1).independentPairs).toBeCloseTo(2 / 9 / variance, 6);
  });

  it('that nobody saw leave room for a rate that grows with fewer people', () => {
    const none = (people: number) =>
      falseMatches(
        strangers(people, (a, b) => ((a * 7919 + b * 104_729) % 1000) / 1000),
        2,
      );
    expect(none(40)).toMatchObject({ errors: 0, rate: 0, low: 0 });
    expect(none(10).high).toBeGreaterThan(none(40).high);
    expect(none(3).high).toBeGreaterThan(0.5);
  });

  it('of no pairs have no rate, and may be anything', () => {
    expect(falseMatches([], 1)).toMatchObject({ errors: 0, pairs: 0, rate: Number.NaN, low: 0, high: 1 });
  });
});

describe('false non-matches', () => {
  it('are the genuine pairs below the threshold', () => {
    expect(falseNonMatches(own([0, 3], [1, 4], [2, 5], [3, 6]), 5)).toMatchObject({ errors: 2, rate: 0.5 });
  });

  it('of one pair a person stand on every pair', () => {
    const pairs = own(...Array.from({ length: 40 }, (_, i) => [i, i < 20 ? 0 : 1] as const));
    expect(falseNonMatches(pairs, 1)).toMatchObject({ errors: 20, independentPairs: 40 });
  });

  it('of many pairs a person stand on the people', () => {
    const pairs = own(...Array.from({ length: 400 }, (_, i) => [i % 40, i % 40 < 20 ? 0 : 1] as const));
    expect(falseNonMatches(pairs, 1)).toMatchObject({ errors: 200, independentPairs: 40 });
  });
});

it('the interval holds the true rate nearly always, though some people resemble many', () => {
  // Each person adds to each of their scores, the pair a share of its own: the false match rate over all people is that
  // of a normal variable of variance 3 at 3.5, 2.17 %.
  const random = normals(7);
  const truth = 0.0217;
  const held = Array.from({ length: 200 }, () => {
    const persons = Array.from({ length: 30 }, () => random());
    const { low, high } = falseMatches(
      strangers(30, (a, b) => persons[a] + persons[b] + random()),
      3.5,
    );
    return low <= truth && truth <= high;
  });
  expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.9);
});

/** Standard normal numbers from a seed, by Box and Muller over a linear congruential generator. */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return (state + 0.5) / 2 ** 31;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
