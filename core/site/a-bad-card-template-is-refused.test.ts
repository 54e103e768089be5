import { expect, test } from 'vitest';
import { defaultTemplate } from '#core/cards/face/index.ts';
import { isRefused } from '#core/refusals/codes.ts';
import { demoSite } from '#demo/index.ts';
import { parseSite } from './site.ts';

type Template = Record<string, unknown>;
const template = (): Template => JSON.parse(JSON.stringify(defaultTemplate));
const withTemplate = (cardTemplate: unknown) => parseSite(JSON.stringify({ ...demoSite, cardTemplate }));

/** The built-in template with one element of a side changed. */
function changed(side: 'front' | 'back', kind: string, change: object): Template {
  const elements = defaultTemplate[side].map((element) =>
    element.kind === kind ? { ...element, ...change } : element,
  );
  return { ...template(), [side]: elements };
}

const portraitAt = defaultTemplate.front.findIndex(({ kind }) => kind === 'portrait');
const codeAt = defaultTemplate.back.findIndex(({ kind }) => kind === 'qr');
const nameAt = defaultTemplate.front.findIndex(
  (element) => element.kind === 'texts' && element.lines.some(({ text }) => text === 'name'),
);

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>';
const dataUri = (type: string, bytes: string) =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
const words = { en: 'Hello', hi: 'नमस्ते', ur: 'سلام', pa: 'ਨਮਸਤੇ' };

test('the built-in template, with a logo, colours and texts of its own, is taken', async () => {
  const site = await withTemplate({
    ...template(),
    logo: dataUri('svg+xml', svg),
    colours: { band: '#7a1f3d', ink: '#101010' },
    texts: { ...defaultTemplate.texts, greeting: words },
  });
  expect(isRefused(site)).toBe(false);
});

test.each([
  ['of another version', { ...template(), version: 2 }, 'version'],
  ['with a field that nobody knows', { ...template(), watermark: 'no' }, ''],
  ['with a colour that is none', { ...template(), colours: { ink: 'black' } }, 'colours.ink'],
  ['with letters too pale to read', { ...template(), colours: { label: '#d0d0d0' } }, 'colours.label'],
  ['with a text in three languages', { ...template(), texts: { use: { ...words, pa: '' } } }, 'texts.use.pa'],
  ['whose logo is a web address', { ...template(), logo: 'https://example.org/logo.png' }, 'logo'],
  ['whose logo is no picture', { ...template(), logo: dataUri('png', 'no picture') }, 'logo'],
  [
    'with a letter that no font has',
    { ...template(), texts: { ...defaultTemplate.texts, greeting: { ...words, en: 'Hello 李' } } },
    'texts.greeting.en',
  ],
  ['without a back', { ...template(), back: [] }, 'back'],
  ['without name, number and code', { ...template(), front: defaultTemplate.front.slice(0, 4) }, 'front'],
  ['with text at the very edge', changed('front', 'portrait', { x: 1 }), `front.${portraitAt}`],
  [
    'with a code too small for whole dots',
    changed('back', 'qr', { box: { x: 52.2, y: 9.8, width: 20, height: 20 } }),
    `back.${codeAt}.box`,
  ],
  ['with a portrait over the name', changed('front', 'portrait', { x: 10 }), `front.${nameAt}.box`],
  [
    'with a text that nobody wrote',
    changed('back', 'texts', { lines: [{ text: 'welcome', size: 2 }] }),
    'back.3.lines.0.text',
  ],
])('a template %s is refused, and the field named', async (_how, bad, field) => {
  const site = await withTemplate(bad);
  if (!isRefused(site)) throw new Error('taken');
  expect(site.code).toBe('invalid-site');
  const wanted = field ? `cardTemplate.${field}` : 'cardTemplate';
  expect(site.fields?.some((named) => named.startsWith(wanted))).toBe(true);
});

test('a site file that is no JSON is refused', async () => {
  expect(await parseSite('{')).toEqual({ outcome: 'refused', code: 'invalid-site', fields: ['json'] });
});
