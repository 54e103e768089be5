import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeIpp } from './decode.ts';
import { encodeIpp } from './encode.ts';
import {
  groupTags,
  type IppAttribute,
  type IppMessage,
  type IppValue,
  operations,
  preamble,
  strings,
} from './message.ts';

const name = fc.stringMatching(/^[a-z-]{1,20}$/);
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const stringType = fc.constantFrom('text', 'name', 'keyword', 'uri', 'charset', 'language', 'mime');

const plain: fc.Arbitrary<IppValue> = fc.oneof(
  fc.record({ type: stringType, value: fc.string({ maxLength: 30 }) }),
  fc.record({ type: fc.constantFrom('integer', 'enum'), value: int32 }),
  fc.record({ type: fc.constant('boolean'), value: fc.boolean() }),
  fc.record({ type: fc.constant('range'), low: int32, high: int32 }),
  fc.record({
    type: fc.constant('other'),
    tag: fc.constantFrom(0x10, 0x13, 0x31, 0x32),
    bytes: fc.uint8Array({ maxLength: 12 }),
  }),
);
const attributesOf = (value: fc.Arbitrary<IppValue>): fc.Arbitrary<IppAttribute[]> =>
  fc.array(fc.record({ name, values: fc.array(value, { minLength: 1, maxLength: 3 }) }), { maxLength: 4 });
const collectionOf = (value: fc.Arbitrary<IppValue>): fc.Arbitrary<IppValue> =>
  fc.record({ type: fc.constant('collection'), members: attributesOf(value) });
const anyValue = fc.oneof(plain, collectionOf(fc.oneof(plain, collectionOf(plain))));
const anyMessage: fc.Arbitrary<IppMessage> = fc.record({
  code: fc.nat(0xffff),
  requestId: int32,
  groups: fc.array(fc.record({ tag: fc.constantFrom(1, 2, 4, 5), attributes: attributesOf(anyValue) }), {
    maxLength: 3,
  }),
  document: fc.uint8Array({ maxLength: 50 }),
});

test('any message is read back as it was written', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      expect(decodeIpp(encodeIpp(message))).toEqual({ outcome: 'message', message });
      const amidOtherBytes = Buffer.concat([Buffer.alloc(7, 0x44), encodeIpp(message)]).subarray(7);
      expect(decodeIpp(amidOtherBytes)).toEqual({ outcome: 'message', message });
    }),
  );
});

test('garbage is an answer, never a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(['message', 'garbled']).toContain(decodeIpp(bytes).outcome);
    }),
    { numRuns: 500 },
  );
});

test('a message cut short or with a byte changed is an answer, never a throw', () => {
  fc.assert(
    fc.property(anyMessage, fc.nat(), fc.integer({ min: 1, max: 255 }), (message, where, change) => {
      const bytes = encodeIpp(message);
      const at = where % bytes.length;
      expect(() => decodeIpp(bytes.subarray(0, at))).not.toThrow();
      bytes[at] ^= change;
      expect(() => decodeIpp(bytes)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

test('collections nested without end are garbled, not a stack overflow', () => {
  const opening = [0x34, 0, 0, 0, 0, 0x4a, 0, 0, 0, 1, 0x61];
  const head = [2, 0, 0, 0, 0, 0, 0, 1, 2];
  const bytes = Uint8Array.from([...head, ...Array.from({ length: 50_000 }, () => opening).flat()]);
  expect(decodeIpp(bytes)).toEqual({ outcome: 'garbled' });
});

test('a request opens with the bytes RFC 8010 gives in its example', () => {
  const bytes = encodeIpp({
    code: operations.printJob,
    requestId: 1,
    groups: [
      { tag: groupTags.operation, attributes: [...preamble, strings('printer-uri', 'uri', 'ipp://p/q')] },
    ],
    document: Uint8Array.of(0x25),
  });
  expect(Buffer.from(bytes).toString('latin1')).toBe(
    '\x02\0\0\x02\0\0\0\x01\x01' +
      '\x47\0\x12attributes-charset\0\x05utf-8' +
      '\x48\0\x1battributes-natural-language\0\x02en' +
      '\x45\0\x0bprinter-uri\0\x09ipp://p/q' +
      '\x03%',
  );
});
