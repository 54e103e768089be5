import { describe, expect, it } from 'vitest';
import { refusalCodes, refuse } from './codes.ts';
import { explain, preferredLanguage } from './explain.ts';
import { httpStatus } from './http-status.ts';
import { sentences } from './sentences.ts';

describe('a refusal explained', () => {
  it('carries the code, both texts in the language asked for, and the fields named', () => {
    expect(explain(refuse('invalid-details', ['phone']), 'pa')).toEqual({
      code: 'invalid-details',
      ...sentences.pa['invalid-details'],
      fields: ['phone'],
    });
  });

  it('has an empty list of fields when none was named', () => {
    expect(explain(refuse('no-face'), 'ur').fields).toEqual([]);
  });

  it('travels under an HTTP error status, whatever its code', () => {
    for (const code of refusalCodes) expect(httpStatus(code)).toBeGreaterThanOrEqual(400);
    expect(httpStatus('locked-out')).toBe(423);
    expect(httpStatus('disk-full')).toBe(507);
  });
});

describe('the language of the screen', () => {
  it.each([
    ['hi', 'hi'],
    ['pa-IN', 'pa'],
    ['UR-Arab-in', 'ur'],
    ['en;q=0.3, ur;q=0.9, hi;q=0.5', 'ur'],
    ['ta-IN, ml;q=0.9, pa;q=0.1', 'pa'],
    ['hi;q=0, pa;q=0.5', 'pa'],
    ['pah, *;q=0.5', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [',;q=,=;;', 'en'],
    [null, 'en'],
  ])('sent as %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
