import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readForeignCard } from './index.ts';
import { fields, numberOf, secureQr, uidai } from './test/secure-qr.ts';

const read = (text: string) => readForeignCard(text, { uidaiKeys: [uidai.publicKey] });
const unchecked = (text: string) => readForeignCard(text, { uidaiKeys: [] });
const noise = Uint8Array.from({ length: 600 }, (_, at) => (at * 167 + 13) & 255);

test.each([
  ['nothing', ''],
  ['a health card', '6BF590B20FFWJWG.FKJ05H7B0XKA8FA9DIWENPEJ'],
  ['a phone number', '9876543210'],
  ['other JSON', '{"name":"A","id":1}'],
  ['a list', '["hid"]'],
  ['a facility code', 'https://phr.abdm.gov.in/share-profile?hip-id=1&counter-id=2'],
  ['the older XML code', '<PrintLetterBarcodeData uid="1" name="A"/>'],
  ['more digits than a code holds', '9'.repeat(7300)],
  ['an endless text', `{"hid":"x","name":"${'A'.repeat(9000)}"}`],
])('%s is some other code', (_what, text) => {
  expect(read(text)).toEqual({ outcome: 'other' });
});

test.each([
  ['an ABHA code cut in half', '{"hidn":"43-4221-5105-6749","na', 'json'],
  ['an ABHA code without a name', '{"hidn":"43-4221-5105-6749"}', 'name'],
  ['a name of a list', '{"hid":"x","name":["A"]}', 'name'],
  ['a name that turns the text round', '{"hid":"x","name":"A\\u202eB"}', 'name'],
  ['an endless name', `{"hid":"x","name":"${'A'.repeat(81)}"}`, 'name'],
  ['digits that are no gzip', '9'.repeat(2000), 'gzip'],
  ['a bomb', numberOf(gzipSync(Buffer.concat([noise, new Uint8Array(2_000_000)]))), 'gzip'],
  ['fields that are none', numberOf(gzipSync(noise)), 'fields'],
  ['a Secure QR without a name', secureQr(fields('', '1982')), 'name'],
  ['a Secure QR of the thirty-first of February', secureQr(fields('A', '31-02-1982')), 'birth'],
])('%s is damaged, with its reason', (_what, text, reason) => {
  expect(unchecked(text)).toEqual({ outcome: 'damaged', reason });
});

test('no text, however made, throws', () => {
  const good = secureQr(fields('Asha', '1982'));
  const abha = '{"hidn":"43-4221-5105-6749","hid":"a@abdm","name":"Asha","gender":"F","dob":"1/2/1990"}';
  const cut = (text: string) =>
    fc
      .tuple(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 3 }))
      .map(([from, to, put]) => text.slice(0, from) + put + text.slice(Math.max(from, to)));
  const digits = fc.uint8Array({ minLength: 300, maxLength: 900 }).map((bytes) => numberOf(gzipSync(bytes)));
  const json = fc.record({
    hid: fc.anything(),
    name: fc.anything(),
    dob: fc.anything(),
    gender: fc.anything(),
  });
  fc.assert(
    fc.property(
      fc.oneof(
        cut(good),
        cut(abha),
        digits,
        json.map((it) => JSON.stringify(it)),
        fc.string(),
      ),
      (text) => {
        const reading = read(text);
        if (reading.outcome === 'read' && text !== good) expect(reading.card.source).toBe('abha-qr');
        unchecked(text);
      },
    ),
    { numRuns: 1500 },
  );
});
