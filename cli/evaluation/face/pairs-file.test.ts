import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPairs } from './pairs-file.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kiosk-pairs-'));
});

afterEach(() => rm(home, { recursive: true, force: true }));

/** Photos of a folder `set` beside the list. */
async function read(content: string | Uint8Array) {
  const photos = ['asha/1.jpg', 'asha/2.jpg', 'bina/1.jpg'].map((name) => ({
    name,
    path: join(home, 'set', name),
    person: name.slice(0, 4),
  }));
  const list = join(home, 'pairs.csv');
  await writeFile(list, content);
  return readPairs(list, join(home, 'set'), photos);
}

it('files are named from the folder or from where the list lies, among other columns in any order', async () => {
  const list =
    '\uFEFFfold,file_b,SAME,file_a\r\n1,set/asha/2.jpg,1,asha/1.jpg\r\n\r\n2,bina/1.jpg,0,set/asha/1.jpg\r\n';
  expect(await read(list)).toEqual([
    { same: true, names: ['asha/1.jpg', 'asha/2.jpg'] },
    { same: false, names: ['asha/1.jpg', 'bina/1.jpg'] },
  ]);
});

const head = 'same,file_a,file_b\n';

it.each([
  ['no line', '', 'there is nothing in it'],
  ['only a head', head, 'there is nothing in it'],
  ['no column same', 'file_a,file_b\nasha/1.jpg,asha/2.jpg\n', 'there is no column same'],
  ['a column twice', 'same,same,file_a\n1,1,asha/1.jpg\n', 'line 1: two columns have the same name'],
  ['a line too short', `${head}1,asha/1.jpg\n`, 'line 2: it has more or fewer columns'],
  ['an open quotation mark', `${head}1,"asha/1.jpg,asha/2.jpg\n`, 'a quotation mark is never closed'],
  ['an answer that is none', `${head}maybe,asha/1.jpg,asha/2.jpg\n`, 'line 2: same is neither 1 nor 0'],
  [
    'a file that is not there',
    `${head}1,asha/1.jpg,asha/2.jpg\n0,asha/1.jpg,chand/1.jpg\n`,
    'line 3: file_b is not among the photos',
  ],
  [
    'a file outside the folder',
    `${head}0,asha/1.jpg,../../etc/passwd\n`,
    'line 2: file_b is not among the photos',
  ],
  ['a photo with itself', `${head}1,asha/1.jpg,set/asha/1.jpg\n`, 'line 2: a photo is paired with itself'],
  [
    'a pair twice, the other way round',
    `${head}1,asha/1.jpg,asha/2.jpg\n1,asha/2.jpg,asha/1.jpg\n`,
    'line 3: this pair came before',
  ],
  ['another encoding', Uint8Array.of(0xff, 0xfe, 0x73, 0), 'it is not UTF-8'],
])('%s is refused with the line and the reason', async (_what, content, reason) => {
  const refused = { code: 'invalid-request', fields: [expect.stringContaining(reason)] };
  await expect(read(content)).rejects.toMatchObject({ refusal: refused });
});
