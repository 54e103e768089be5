import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { languages } from '#core/api/contract.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

interface Tree {
  readonly [key: string]: string | Tree;
}
const Tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])));

/** Dotted keys and their texts. */
function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const texts = (file: string) =>
  new Map(flatten(Tree.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))));

const placeholders = (text: string) => [...text.matchAll(/\{\{.*?\}\}/g)].map(([match]) => match).sort();

const english = texts('en.json');

describe('the screens speak every language of the contract', () => {
  test('each language has a file', () => {
    expect(files.sort()).toEqual(languages.map((language) => `${language}.json`).sort());
  });

  test.each(files)('%s has exactly the keys of English, none empty', (file) => {
    const own = texts(file);
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...own].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each(files)('%s keeps the placeholders of English', (file) => {
    for (const [key, text] of texts(file)) {
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? '')]);
    }
  });

  test.each(files.filter((file) => file !== 'en.json'))('%s is translated', (file) => {
    const same = [...texts(file)].filter(([key, text]) => english.get(key) === text).map(([key]) => key);
    expect(same.filter((key) => key !== 'language.dir')).toEqual([]);
  });
});
