import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#sync/packet/person.ts';
import { refusalCodes } from './codes.ts';
import { sentences } from './sentences.ts';

/** The script a language is read in here, and how its sentences end. */
const writing: Readonly<Record<Language, { letter: RegExp; ending: string }>> = {
  hi: { letter: /\p{Script=Devanagari}/u, ending: '।' },
  en: { letter: /\p{Script=Latin}/u, ending: '.' },
  ur: { letter: /\p{Script=Arabic}/u, ending: '۔' },
  pa: { letter: /\p{Script=Gurmukhi}/u, ending: '।' },
};

/** Latin words printed on the card or on files, which stay Latin in every language. */
const latinWords = /\b(QR|JPEG|PNG)\b/g;

const texts = (language: Language) =>
  refusalCodes.flatMap((code) => {
    const { sentence, remedy } = sentences[language][code];
    return [
      { name: `${code}: sentence`, text: sentence },
      { name: `${code}: remedy`, text: remedy },
    ];
  });

const offenders = (language: Language, wrong: (text: string) => boolean) =>
  texts(language)
    .filter(({ text }) => wrong(text))
    .map(({ name }) => name);

describe.each(languages)('whoever meets a refusal in %s', (language) => {
  it('finds every code, in the order of the codes, and none that does not exist', () => {
    expect(Object.keys(sentences[language])).toEqual([...refusalCodes]);
  });

  it('is told what happened and what to do, and nothing else', () => {
    for (const text of Object.values(sentences[language]))
      expect(Object.keys(text)).toEqual(['sentence', 'remedy']);
  });

  it('reads whole sentences in the script of the language', () => {
    const { letter, ending } = writing[language];
    expect(offenders(language, (text) => !letter.test(text) || !text.endsWith(ending))).toEqual([]);
    expect(offenders(language, (text) => text !== text.normalize('NFC').trim())).toEqual([]);
  });

  it('reads a different sentence for each code', () => {
    const said = refusalCodes.map((code) => sentences[language][code].sentence);
    expect(said.filter((sentence, index) => said.indexOf(sentence) !== index)).toEqual([]);
  });
});

describe.each(languages.filter((language) => language !== 'en'))(
  'whoever does not read English, in %s',
  (language) => {
    it('finds no English left over', () => {
      const english = new Set(texts('en').map(({ text }) => text));
      expect(offenders(language, (text) => english.has(text))).toEqual([]);
      const latin = (text: string) => /\p{Script=Latin}/u.test(text.replaceAll(latinWords, ''));
      expect(offenders(language, latin)).toEqual([]);
    });
  },
);

it('spells Urdu with Urdu letters, not the look-alikes of an Arabic keyboard', () => {
  expect(offenders('ur', (text) => /[\u0643\u0647\u0649\u064a]/.test(text))).toEqual([]);
});

it('mixes no other script into Hindi and Punjabi', () => {
  expect(offenders('hi', (text) => /\p{Script=Gurmukhi}|\p{Script=Arabic}/u.test(text))).toEqual([]);
  expect(offenders('pa', (text) => /\p{Script=Devanagari}|\p{Script=Arabic}/u.test(text))).toEqual([]);
});
