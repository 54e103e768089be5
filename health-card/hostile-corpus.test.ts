import { deflateRawSync, deflateSync, gzipSync, inflateSync } from 'node:zlib';
import { encode, Tagged } from 'cborg';
import { expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { readCbor, writeCbor } from './cbor.ts';
import { claimsToCwt } from './claim169.ts';
import { writeSign1 } from './cose-sign1.ts';
import { contentKey, encodeCard, sealConfidential, verifyCard } from './index.ts';
import { asha, issuedAt, keyListOf, newDevice } from './test/people.ts';

/*
 * A corpus made by the same script every time: what a torn, dirty or misread card gives, and what somebody who wants to
 * be taken for another can make without a listed key. None may pass, none may throw, each is refused with its reason.
 */

const device = newDevice();
const thief = newDevice();
const borrowed = { kid: device.signer.kid, privateKey: thief.privateKey };
const clinical = contentKey(new Uint8Array(32).fill(3));
const claims = {
  ...asha,
  confidential: sealConfidential({ bloodGroup: 'A+', allergies: ['Dust'], conditions: [] }, clinical),
};
const good = { front: encodeCard(asha, device.signer), sealed: encodeCard(claims, device.signer) };
const mosip = encodeCard(claims, device.signer, { dialect: 'tag-61' });
const locked = encodeCard(asha, device.signer, { encryptTo: clinical });
const trust = { keys: keyListOf(device), status: null, issuer: asha.issuer, contentKeys: [clinical] };

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const pack = (bytes: Uint8Array) => encodeBase45(deflateSync(bytes));
const unpack = (text: string) => Uint8Array.from(inflateSync(decodeBase45(text) ?? new Uint8Array()));
const cwtWith = (...entries: [number, unknown][]) => writeCbor(new Map([...claimsToCwt(asha), ...entries]));

/** mulberry32: the same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const next = numbers(169);
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

function partsOf(text: string): unknown[] {
  const item = readCbor(unpack(text));
  const value = item.outcome === 'decoded' ? item.value : null;
  if (!(value instanceof Tagged) || !Array.isArray(value.value))
    throw new TypeError('a COSE array was expected');
  return value.value;
}

const [protectedBytes, , payload, signature] = partsOf(good.front);
const [, , otherPayload, otherSignature] = partsOf(encodeCard({ ...asha, name: 'Sunita' }, device.signer));
const sign1 = (...parts: unknown[]) => pack(encode(new Tagged(18, parts)));
const asBytes = (value: unknown) => (value instanceof Uint8Array ? value : new Uint8Array());

const corpus: [what: string, text: string][] = [
  ...times(60, (): [string, string] => {
    const bytes = unpack([good.front, good.sealed, mosip, locked][next(4)]);
    const at = next(bytes.length);
    return [`bit ${at} turned`, pack(bytes.with(at, bytes[at] ^ (1 << next(8))))];
  }),
  ...times(40, (): [string, string] => {
    const text = [good.front, mosip][next(2)];
    // The first nine characters hold the zlib header, whose level nothing protects.
    const at = 9 + next(text.length - 9);
    const other = ALPHABET[(ALPHABET.indexOf(text[at]) + 1 + next(44)) % 45];
    return [`character ${at} misread`, text.slice(0, at) + other + text.slice(at + 1)];
  }),
  ...times(20, (at): [string, string] => {
    const length = 3 + Math.floor((at * (good.front.length - 3)) / 20);
    return [`torn off after ${length} characters`, good.front.slice(0, length)];
  }),
  ...times(12, (): [string, string] => {
    const at = next(good.front.length - 30);
    return [`a scratch at ${at}`, good.front.slice(0, at) + good.front.slice(at + 3 * (1 + next(8)))];
  }),
  ...times(12, (): [string, string] => {
    const [a, b] = [9 + next(200), 9 + next(200)];
    const text = [...good.front];
    [text[a], text[b]] = [text[b], text[a] === text[b] ? '%' : text[a]];
    return [`characters ${a} and ${b} swapped`, a === b ? good.front.slice(0, a) : text.join('')];
  }),
  ...times(20, (): [string, string] => [
    'noise as zlib',
    pack(Uint8Array.from(times(1 + next(300), () => next(256)))),
  ]),
  ...times(20, (): [string, string] => [
    'noise in the alphabet',
    `6BF${times(next(500), () => ALPHABET[next(45)]).join('')}`,
  ]),
  ...times(10, (at): [string, string] => [
    `nested ${2 ** at} times`,
    pack(Uint8Array.from([...Array(2 ** at).fill(0xd2), 0x80])),
  ]),
  ['the signature of another card', sign1(protectedBytes, new Map(), payload, otherSignature)],
  ['the content of another card', sign1(protectedBytes, new Map(), otherPayload, signature)],
  ['a signature of zeros', sign1(protectedBytes, new Map(), payload, new Uint8Array(64))],
  ['a signature of ones', sign1(protectedBytes, new Map(), payload, new Uint8Array(64).fill(255))],
  ['a signature cut short', sign1(protectedBytes, new Map(), payload, asBytes(signature).subarray(1))],
  ['a signature made longer', sign1(protectedBytes, new Map(), payload, [...asBytes(signature), 0])],
  [
    'the low-order point as signature',
    sign1(protectedBytes, new Map(), payload, new Uint8Array(64).with(0, 1)),
  ],
  ['no signature', sign1(protectedBytes, new Map(), payload)],
  ['a payload twice', sign1(protectedBytes, new Map(), payload, payload, signature)],
  ['an unprotected second algorithm', sign1(protectedBytes, new Map([[1, 5]]), payload, signature)],
  ['a second key id', sign1(protectedBytes, new Map([[4, device.signer.kid]]), payload, signature)],
  [
    'COSE_Mac0 instead of a signature',
    pack(encode(new Tagged(17, [protectedBytes, new Map(), payload, signature]))),
  ],
  ['COSE_Sign of many', pack(encode(new Tagged(98, [protectedBytes, new Map(), payload, []])))],
  ['tag 61 twice', pack(Uint8Array.from([0xd8, 61, 0xd8, 61, ...unpack(good.front)]))],
  ['a self-described CBOR tag', pack(Uint8Array.from([0xd9, 0xd9, 0xf7, ...unpack(good.front)]))],
  ['a card within a card', pack(writeSign1(unpack(good.front), thief.signer))],
  ['gzip instead of zlib', encodeBase45(gzipSync(unpack(good.front)))],
  ['a raw deflate stream', encodeBase45(deflateRawSync(unpack(good.front)))],
  ['two cards in one code', good.front + good.sealed],
  ['a card with a prefix', `HC1:${good.front}`],
  ['a card in small letters', good.front.toLowerCase()],
  ['a card with a line break', `${good.front}\n`],
  ['a card with a byte order mark', `\ufeff${good.front}`],
  ['full-width characters', good.front.replaceAll('A', 'Ａ')],
  ['a forger’s own key', encodeCard(asha, thief.signer)],
  ['a forger under a listed id', encodeCard(asha, borrowed)],
  ['a forger in the other dialect', encodeCard(asha, borrowed, { dialect: 'tag-61' })],
  ['a forger who encrypts', encodeCard(asha, borrowed, { encryptTo: clinical })],
  [
    'a forger on another curve',
    encodeCard(asha, { kid: device.signer.kid, privateKey: newDevice('p-256').privateKey }),
  ],
  ['an older name for the programme', encodeCard({ ...asha, issuer: 'health.demo.example.' }, device.signer)],
  ['expired', encodeCard({ ...asha, expiresAt: issuedAt }, device.signer)],
  ['from tomorrow week', encodeCard({ ...asha, notBefore: issuedAt + 7 * 86_400 }, device.signer)],
  ['dated before its key', encodeCard({ ...asha, issuedAt: 0 }, device.signer)],
  ['another content key', encodeCard(asha, device.signer, { encryptTo: contentKey(new Uint8Array(32)) })],
  ...[4, 5, 6].map((claim): [string, string] => [
    `time ${claim} as a fraction`,
    pack(writeSign1(encode(new Map([...claimsToCwt(asha), [claim, 1.5]])), device.signer)),
  ]),
  ...[1, 169, 65535, -65537].map((claim): [string, string] => [
    `claim ${claim} null`,
    pack(writeSign1(cwtWith([claim, null]), device.signer)),
  ]),
  ...[1, 2, 3, 4, 8, 9, 15, 16, 19, 20, 21].map((key): [string, string] => {
    const identity = new Map<unknown, unknown>([...mapOf(claimsToCwt(asha).get(169)), [key, { a: [key] }]]);
    return [
      `identity key ${key} a map, under a borrowed id`,
      pack(writeSign1(cwtWith([169, identity]), borrowed)),
    ];
  }),
];

function mapOf(value: unknown): Map<unknown, unknown> {
  if (value instanceof Map) return value;
  throw new TypeError('a map was expected');
}

test('the corpus is large and without repetition', () => {
  expect(new Set(corpus.map(([, text]) => text)).size).toBeGreaterThanOrEqual(230);
});

test('the cards it is made from are valid', () => {
  for (const text of [good.front, good.sealed, mosip, locked])
    expect(verifyCard(text, trust, issuedAt).verdict).toBe('valid');
});

test.each(corpus)('%s: refused with a reason', (_what, text) => {
  const { verdict, reason } = verifyCard(text, trust, issuedAt);
  expect(verdict).not.toBe('valid');
  if (verdict === 'damaged') expect(reason).toMatch(/^[a-z0-9-]+$/i);
  else expect(reason).toBeNull();
});
