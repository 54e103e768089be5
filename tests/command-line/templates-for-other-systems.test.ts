import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { encodePrint } from '#core/index.ts';
import { demoPeople, touchOf } from '#demo/index.ts';
import { blankImpression } from '#models/fingerprint/synthetic/index.ts';
import { kiosk } from '../support/command-line.ts';

const [asha, other] = demoPeople;
let folder: string;
const at = (name: string) => join(folder, name);
const template = (...args: string[]) => kiosk(['template', ...args], {});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-template-'));
  for (const touch of [1, 2, 3])
    await writeFile(at(`asha_${touch}.png`), await encodePrint(touchOf(asha, 'right-index', touch)));
  await writeFile(at('other.png'), await encodePrint(touchOf(other, 'right-index', 1)));
  await writeFile(at('blank.png'), await encodePrint(blankImpression({ seed: 1 })));
  await writeFile(at('text.png'), 'no picture');
  const made = await template(
    'export',
    at('asha_1.png'),
    at('asha_2.png'),
    ...['--finger', '2', '--dpi', '508', '--output', at('index.fmr'), '--json'],
  );
  expect(JSON.parse(made.out)).toMatchObject({ standard: 'iso-19794-2-2005', finger: 2, views: [{}, {}] });
});

let before: string[];

beforeEach(async () => {
  before = await readdir(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('two prints of a finger become two views of a record that tells what is in it', async () => {
  const { out } = await template('show', at('index.fmr'));
  expect(out).toMatch(
    /^ISO\/IEC 19794-2:2005, .* at 500 dpi, device 0\n {2}right index, view 0: quality \d+/,
  );
  expect(out).toMatch(/\n {2}right index, view 1: .* minutiae \(\d+ endings, \d+ bifurcations\)/);
  const record = JSON.parse((await template('show', at('index.fmr'), '--json')).out);
  expect(record).toMatchObject({
    standard: 'iso-19794-2-2005',
    resolutionX: 197,
    views: [{ position: 2 }, {}],
  });
  expect(record.views[1].minutiae.length).toBeGreaterThan(10);
});

test('a record goes to the other standard and still matches a third print, but not a stranger', async () => {
  const ran = await template(
    'convert',
    at('index.fmr'),
    ...['--standard', 'ansi', '--output', at('index.ansi')],
  );
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toMatch(/ANSI INCITS 378-2004/);
  const matching = await template('match', at('index.ansi'), at('asha_3.png'), '--dpi', '508', '--json');
  expect(matching.code).toBe(0);
  expect(JSON.parse(matching.out)).toMatchObject({ threshold: 40, match: true });
  const stranger = await template('match', at('other.png'), at('index.ansi'), '--dpi', '508');
  expect(stranger.code).toBe(1);
  expect(stranger.out).toMatch(/^[\d.]+ dB: no match/);
});

test('a record converted to its own standard is the same to the byte', async () => {
  await template('convert', at('index.fmr'), '--standard', 'iso', '--output', at('copy.fmr'));
  expect(await readFile(at('copy.fmr'))).toEqual(await readFile(at('index.fmr')));
});

test('records of two different fingers are not compared', async () => {
  await template('export', at('asha_3.png'), '--finger', '7', '--output', at('left.fmr'));
  const ran = await template('match', at('index.fmr'), at('left.fmr'));
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(/^invalid-request \(no finger is in both files\)/);
});

test.each([
  [
    'a file that is no record',
    ['show', 'text.png'],
    /^not-a-template \(.*text\.png: not-a-minutiae-record\)/,
  ],
  ['a record cut short', ['show', 'short.fmr'], /^not-a-template \(.*short\.fmr: truncated\)/],
  [
    'a cut record in a match',
    ['match', 'short.fmr', 'asha_1.png'],
    /^not-a-template \(.*short\.fmr: truncated\)/,
  ],
  ['a record that is not there', ['show', 'none.fmr'], /^not-found \(.*none\.fmr\)/],
  ['neither a print nor a record', ['match', 'text.png', 'index.fmr'], /^not-an-image \(.*text\.png\)/],
  [
    'empty glass',
    ['export', 'asha_1.png', 'blank.png', '--output', 'new.fmr'],
    /^blank-print \(.*blank\.png\)/,
  ],
  [
    'a finger beyond ten',
    ['export', 'asha_1.png', '--finger', '11', '--output', 'new.fmr'],
    /--finger 0\.\.10/,
  ],
  ['another standard', ['convert', 'index.fmr', '--standard', 'x', '--output', 'new.fmr'], /iso\|ansi/],
  [
    'a resolution that is none',
    ['export', 'asha_1.png', '--dpi', '0', '--output', 'new.fmr'],
    /^invalid-request \(--dpi/,
  ],
  [
    'a folder that is not there',
    ['export', 'asha_1.png', '--output', 'no/new.fmr'],
    /^cannot-write \(--output /,
  ],
])('%s is refused and leaves nothing behind', async (_what, args, said) => {
  await writeFile(at('short.fmr'), (await readFile(at('index.fmr'))).subarray(0, -1));
  const ran = await template(...args.map((arg) => (/\.(png|fmr)$/.test(arg) ? at(arg) : arg)));
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(said);
  expect((await readdir(folder)).filter((name) => name !== 'short.fmr' && !before.includes(name))).toEqual(
    [],
  );
});
