import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '#models/fingerprint/synthetic/random.ts';
import type { Demographics } from './demographics.ts';
import { type Evidence, judge } from './fusion.ts';

const differs: Demographics = {
  nameAlike: 0.2,
  nameShare: 0.001,
  birth: { known: 'date', agrees: false },
  sexAgrees: true,
  guardianAlike: null,
};
const agrees: Demographics = { ...differs, nameAlike: 1, birth: { known: 'date', agrees: true } };
const stranger: Evidence = { face: null, fingers: [], demographics: differs };
const many = 100_000;

const band = (evidence: Partial<Evidence>, people = 1000) => judge({ ...stranger, ...evidence }, people).band;

describe('judging whether a person is enrolled already', () => {
  test('a stranger is new', () => {
    expect(judge(stranger, 1000)).toMatchObject({ band: 'new', reasons: [] });
    expect(band({ fingers: [12], face: 14 })).toBe('new');
  });

  test('a strong finger is the same person, whatever name was given', () => {
    expect(judge({ ...stranger, fingers: [75] }, 1000)).toMatchObject({ band: 'same', reasons: ['finger'] });
    expect(
      band({ fingers: [70], demographics: { ...differs, sexAgrees: false, guardianAlike: 0 } }, many),
    ).toBe('perhaps');
    expect(band({ fingers: [60, 60], demographics: differs }, many)).toBe('same');
  });

  test('a fair finger is for the operator', () => {
    expect(band({ fingers: [36] })).toBe('perhaps');
    expect(band({ fingers: [29] })).toBe('new');
  });

  test('the more people are searched, the more it takes', () => {
    expect([100, 1000, 10_000, 1_000_000].map((people) => band({ fingers: [64] }, people))).toEqual([
      'same',
      'same',
      'perhaps',
      'perhaps',
    ]);
    expect(band({ fingers: [40] }, 1_000_000)).toBe('new');
  });

  test('a finger that was the best of several choices counts for less', () => {
    expect(band({ fingers: [36], fingerChoices: 10 })).toBe('new');
  });

  test('the best face alone is never the same person, in a gallery of any size', () => {
    for (const people of [0, 1, 10, 1000, many])
      for (const demographics of [differs, { ...differs, birth: null }, { ...differs, birth: agrees.birth }])
        expect(band({ face: 99, demographics }, people)).not.toBe('same');
    expect(band({ face: 50 })).toBe('perhaps');
  });

  test('a face with the same name and birth is the same person among few, for the operator among many', () => {
    const returning = { face: 50, demographics: agrees };
    expect(judge({ ...stranger, ...returning }, 100)).toMatchObject({
      band: 'same',
      reasons: ['face', 'name', 'birth'],
    });
    expect(band(returning, many)).toBe('perhaps');
    expect(band({ ...returning, demographics: { ...agrees, sexAgrees: false } }, many)).toBe('perhaps');
  });

  test('a twin, who shares all but fingers and name, is for the operator', () => {
    const twin = { ...agrees, nameAlike: 0.6, guardianAlike: 1 };
    expect(band({ face: 60, demographics: twin }, 10)).toBe('perhaps');
    expect(band({ face: 60, fingers: [3, 5], demographics: twin }, 10)).toBe('perhaps');
  });

  test('a face with the same name and guardian but another birth is for the operator', () => {
    const relative = { ...agrees, birth: { known: 'date', agrees: false }, guardianAlike: 1 } as const;
    expect(band({ face: 60, demographics: relative }, 4)).toBe('perhaps');
    expect(band({ face: 60, demographics: { ...relative, birth: null } }, 4)).toBe('perhaps');
  });

  test('name and birth without biometrics are for the operator', () => {
    expect(judge({ ...stranger, demographics: agrees }, many)).toMatchObject({
      band: 'perhaps',
      reasons: ['name', 'birth'],
    });
  });

  test('a rare name brings up who a common one does not', () => {
    const byYear = { ...agrees, birth: { known: 'year', agrees: true } } as const;
    expect(band({ demographics: { ...byYear, nameShare: 0.00002 } }, many)).toBe('perhaps');
    expect(band({ demographics: { ...byYear, nameShare: 0.01 } }, many)).toBe('new');
  });

  test('a higher score of face or finger never lowers the score or the band', () => {
    const order = ['new', 'perhaps', 'same'];
    const decibel = fc.double({ min: 0, max: 90, noNaN: true });
    const fingers = fc.array(decibel, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(decibel, decibel, fingers, fc.boolean(), (face, more, scores, known) => {
        const demographics = known ? agrees : differs;
        const less = judge({ face, fingers: scores, demographics }, 1000);
        const greater = judge(
          { face: face + more, fingers: [scores[0] + more, ...scores.slice(1)], demographics },
          1000,
        );
        expect(greater.score).toBeGreaterThanOrEqual(less.score - 1e-9);
        expect(order.indexOf(greater.band)).toBeGreaterThanOrEqual(order.indexOf(less.band));
      }),
    );
  });
});

/** A stranger by the assumptions: what agrees does so by chance. */
function drawStranger(random: () => number, fingers: number): Evidence {
  const score = () => -10 * Math.log10(1 - random());
  const known = (['date', 'year', 'age'] as const)[Math.floor(3 * random())];
  const nameShare = 10 ** (-1 - 2 * random());
  return {
    face: random() < 0.7 ? score() : null,
    fingers: Array.from({ length: fingers }, score),
    demographics: {
      nameAlike: random() < nameShare ? 0.9 : 0.3,
      nameShare,
      birth: { known, agrees: random() < { date: 1 / 3200, year: 1 / 40, age: 1 / 8 }[known] },
      sexAgrees: random() < 0.5,
      guardianAlike: random() < 1 / 500 ? 1 : 0,
    },
  };
}

test.each([0, 1, 3])('strangers with %i fingers reach a score no oftener than it promises', (fingers) => {
  const random = randomFrom(fingers + 5);
  const draws = 150_000;
  const scores = Array.from({ length: draws }, () => judge(drawStranger(random, fingers), 1000).score);
  for (const decibels of [5, 10, 20, 30]) {
    const promised = 10 ** (-decibels / 10);
    const rate = scores.filter((score) => score >= decibels).length / draws;
    expect(rate).toBeLessThan(promised + 4 * Math.sqrt(promised / draws));
  }
});
