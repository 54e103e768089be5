import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Evidence, judge } from './fusion.ts';

const stranger: Evidence = { face: null, fingers: [], nameAlike: 0.2, birthAgrees: false, sexAgrees: true };

describe('judging whether a person is enrolled already', () => {
  test('a stranger is new', () => {
    expect(judge(stranger)).toMatchObject({ band: 'new', reasons: [] });
  });

  test('a strong finger is the same person, whatever name was given', () => {
    expect(judge({ ...stranger, fingers: [12, 41] })).toMatchObject({ band: 'same', reasons: ['finger'] });
  });

  test('a fair finger is for the operator', () => {
    expect(judge({ ...stranger, fingers: [33] }).band).toBe('perhaps');
    expect(judge({ ...stranger, fingers: [29] }).band).toBe('new');
  });

  test('the best face alone is never the same person', () => {
    expect(judge({ ...stranger, face: 99, sexAgrees: true }).band).toBe('perhaps');
    expect(judge({ ...stranger, face: 99, nameAlike: 1 }).band).toBe('perhaps');
    expect(judge({ ...stranger, face: 99, nameAlike: 1, birthAgrees: null }).band).toBe('perhaps');
  });

  test('a face match with the same name and birth is the same person', () => {
    const twin = { ...stranger, face: 52, nameAlike: 0.95, birthAgrees: true };
    expect(judge(twin)).toMatchObject({ band: 'same', reasons: ['face', 'name', 'birth'] });
    expect(judge({ ...twin, sexAgrees: false }).band).toBe('perhaps');
    expect(judge({ ...twin, face: 45 }).band).toBe('perhaps');
  });

  test('name and birth without biometrics are for the operator', () => {
    expect(judge({ ...stranger, nameAlike: 0.9, birthAgrees: true })).toMatchObject({
      band: 'perhaps',
      reasons: ['name', 'birth'],
    });
  });

  test('more evidence never lowers the score or the band', () => {
    const order = ['new', 'perhaps', 'same'];
    const decibel = fc.double({ min: 0, max: 90, noNaN: true });
    fc.assert(
      fc.property(decibel, decibel, fc.array(decibel, { maxLength: 4 }), (face, more, fingers) => {
        const less = judge({ ...stranger, face, fingers });
        const greater = judge({ ...stranger, face: face + more, fingers: [...fingers, more] });
        return greater.score >= less.score && order.indexOf(greater.band) >= order.indexOf(less.band);
      }),
    );
  });
});
