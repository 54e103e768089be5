import { deflateSync, inflateSync } from 'node:zlib';
import { encode, Tagged } from 'cborg';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { writeCbor } from './cbor.ts';
import { claimsToCwt } from './claim169.ts';
import { writeSign1 } from './cose-sign1.ts';
import { encodeCard, readCard, verifyCard } from './index.ts';
import { asha, issuedAt, keyListOf, newDevice } from './test/people.ts';

const device = newDevice();
const good = encodeCard(asha, device.signer);
const trust = { keys: keyListOf(device), status: null, issuer: asha.issuer };
const signature = new Uint8Array(64);
const payload = writeCbor(claimsToCwt(asha));
const header = (...entries: [unknown, unknown][]) => writeCbor(new Map(entries));
const kid: [number, Uint8Array] = [4, device.signer.kid];

const pack = (bytes: Uint8Array) => encodeBase45(deflateSync(bytes));
const cose = (protectedHeader: Uint8Array, unprotected: unknown = new Map(), body: unknown = payload) =>
  pack(encode(new Tagged(18, [protectedHeader, unprotected, body, signature])));
const signed = (content: Uint8Array) => pack(writeSign1(content, device.signer));
const withIdentity = (...entries: [unknown, unknown][]) => {
  const cwt = new Map(claimsToCwt(asha));
  const identity = cwt.get(169);
  if (!(identity instanceof Map)) throw new TypeError('a map was expected');
  return signed(writeCbor(cwt.set(169, new Map<unknown, unknown>([...identity, ...entries]))));
};
const withCwt = (...entries: [number, unknown][]) =>
  signed(writeCbor(new Map([...claimsToCwt(asha), ...entries])));
const iv = new Map([[5, new Uint8Array(12)]]);
const encrypted = (protectedHeader: Uint8Array, unprotected: unknown, body: unknown = payload) =>
  pack(encode(new Tagged(16, [protectedHeader, unprotected, body])));
const nested = (depth: number) => Uint8Array.from([...Array(depth).fill(0x81), 0x00]);
const compressed = () => decodeBase45(good) ?? new Uint8Array();
const duplicated = () => Uint8Array.from([0xa2, 0x01, 0x61, 0x41, 0x01, 0x61, 0x42]);

test.each<[fault: string, text: string, reason: string]>([
  ['a text no QR could hold', good.repeat(20), 'too-long'],
  ['a character outside Base45', `${good.slice(0, 40)}#${good.slice(41)}`, 'base45'],
  ['small letters from a keyboard wedge', good.slice(0, 3) + good.slice(3).toLowerCase(), 'base45'],
  ['a card cut in half', good.slice(0, 180), 'zlib'],
  ['bytes behind the stream', encodeBase45(Uint8Array.from([...compressed(), 1, 2])), 'trailing-bytes'],
  ['an inflated bomb', pack(new Uint8Array(1_000_000)), 'inflates-too-large'],
  ['nothing inside', pack(new Uint8Array()), 'cbor'],
  ['deep nesting', pack(nested(17)), 'too-deep'],
  ['very deep nesting', pack(nested(60_000)), 'too-deep'],
  ['very many items', pack(encode(Array(5000).fill(0))), 'too-many-items'],
  ['a length past the end', pack(Uint8Array.from([0x9b, 255, 255, 255, 255, 255, 255, 255, 255])), 'cbor'],
  ['an indefinite length', pack(Uint8Array.from([0x9f, 0x00, 0xff])), 'cbor'],
  ['a foreign tag', pack(encode(new Tagged(24, 0))), 'cbor'],
  ['two items', pack(Uint8Array.from([0x00, 0x00])), 'cbor'],
  ['a number alone', pack(encode(7)), 'cose'],
  ['three parts', pack(encode(new Tagged(18, [header(), new Map(), payload]))), 'cose'],
  ['a tag twice', pack(encode(new Tagged(18, new Tagged(18, 0)))), 'cose'],
  ['an encrypted card without content', pack(encode(new Tagged(61, new Tagged(16, [])))), 'cose'],
  ['an encrypted card without an algorithm', encrypted(header(), iv), 'alg'],
  ['an encrypted card by a block cipher', encrypted(header([1, -65531]), iv), 'alg'],
  ['an encrypted card, its algorithm unprotected', encrypted(header(), new Map([[1, 3]])), 'alg-unprotected'],
  ['an encrypted card with a critical header', encrypted(header([1, 3], [2, [9]]), iv), 'critical-header'],
  ['an encrypted card without an IV', encrypted(header([1, 3]), new Map()), 'iv'],
  ['an encrypted card with a long IV', encrypted(header([1, 3]), new Map([[5, new Uint8Array(16)]])), 'iv'],
  ['an encrypted card with a key id of text', encrypted(header([1, 3], [4, 'k']), iv), 'kid'],
  ['an encrypted card with a header that is a list', encrypted(encode([1, 3]), iv), 'header'],
  ['an encrypted card shorter than its tag', encrypted(header([1, 3]), iv, new Uint8Array(15)), 'cose'],
  ['a detached payload', cose(header([1, -8], kid), new Map(), null), 'cose'],
  [
    'a short signature',
    pack(encode([header([1, -8], kid), new Map(), payload, signature.subarray(1)])),
    'signature-length',
  ],
  ['no algorithm', cose(header(kid)), 'alg'],
  ['algorithm none', cose(header([1, 0], kid)), 'alg'],
  ['HMAC as algorithm', cose(header([1, 5], kid)), 'alg'],
  ['an algorithm by name', cose(header([1, 'EdDSA'], kid)), 'alg'],
  ['the algorithm unprotected', cose(header(kid), new Map([[1, -8]])), 'alg-unprotected'],
  ['the algorithm in both headers', cose(header([1, -8], kid), new Map([[1, -8]])), 'alg-unprotected'],
  ['a critical header', cose(header([1, -8], kid, [2, [99]])), 'critical-header'],
  ['two key ids', cose(header([1, -8], kid), new Map([kid])), 'kid'],
  ['a key id of text', cose(header([1, -8], [4, 'abcdefgh'])), 'kid'],
  ['an endless key id', cose(header([1, -8], [4, new Uint8Array(65)])), 'kid'],
  ['an empty header', cose(new Uint8Array()), 'cbor'],
  ['a header that is a list', cose(encode([1, -8])), 'header'],
  ['a repeated key in the header', cose(duplicated()), 'duplicate-key'],
  ['a repeated key in the claims', signed(duplicated()), 'duplicate-key'],
  ['claims that are a list', signed(encode([1])), 'claims'],
  ['claims that are no CBOR', signed(Uint8Array.from([0xff])), 'cbor'],
  ['claim 169 a number', withCwt([169, 5]), 'claim-169'],
  ['claim 169 broken bytes', withCwt([169, Uint8Array.from([0xa1])]), 'cbor'],
  ['claim 169 bytes with a repeated key', withCwt([169, duplicated()]), 'duplicate-key'],
  ['a number with a wrong check digit', withIdentity([1, '100000123450']), 'claim-number'],
  ['a number as integer', withIdentity([1, 100000123453]), 'claim-number'],
  ['a name of bytes', withIdentity([4, new Uint8Array(5)]), 'claim-name'],
  ['an empty name', withIdentity([4, '']), 'claim-name'],
  ['an endless name', withIdentity([4, 'A'.repeat(81)]), 'claim-name'],
  ['a name that turns the text round', withIdentity([4, 'Asha \u202eiveD']), 'claim-name'],
  ['a name with a line break', withIdentity([4, 'Asha\nVALID']), 'claim-name'],
  ['a native name without language', withIdentity([20, undefined]), 'claim-nativeName'],
  ['a language by country', withIdentity([20, 'AR']), 'claim-nativeName'],
  ['a fourth sex code', withIdentity([9, 4]), 'claim-sex'],
  ['sex by letter', withIdentity([9, 'F']), 'claim-sex'],
  ['a thirteenth month', withIdentity([8, '19841301']), 'claim-birth'],
  ['a birth date as number', withIdentity([8, 19840418]), 'claim-birth'],
  ['a guardian as list', withIdentity([15, ['X']]), 'claim-guardian'],
  ['a photo of text', withIdentity([16, 'not hex'], [17, 4]), 'claim-photo'],
  ['a photo without its format', withIdentity([16, new Uint8Array(9)]), 'claim-photo'],
  ['a photo of an unknown format', withIdentity([16, new Uint8Array(9)], [17, 9]), 'claim-photo'],
  ['an empty photo', withIdentity([16, new Uint8Array()], [17, 4]), 'claim-photo'],
  ['an endless photo', withIdentity([16, new Uint8Array(1501)], [17, 4]), 'claim-photo'],
  ['a confidential part of text', withCwt([-65537, 'A+']), 'claim-confidential'],
  ['an endless confidential part', withCwt([-65537, new Uint8Array(1501)]), 'claim-confidential'],
  ['an area as map', withIdentity([21, new Map()]), 'claim-area'],
  ['an issuer of bytes', withCwt([1, new Uint8Array(3)]), 'claim-issuer'],
  ['an expiry as text', withCwt([4, 'never']), 'claim-expiresAt'],
  ['an issue date before 1970', withCwt([6, -1]), 'claim-issuedAt'],
  ['an issue date past all integers', withCwt([6, 2n ** 63n]), 'claim-issuedAt'],
  ['an issue date that is no number', withCwt([6, Number.NaN]), 'claim-issuedAt'],
  ['a status that is text', withCwt([65535, 'valid']), 'claim-status'],
  ['a status list without an index', withCwt([65535, { status_list: { uri: 'x' } }]), 'claim-status'],
  ['a negative status index', withCwt([65535, { status_list: { idx: -1, uri: 'x' } }]), 'claim-status'],
])('%s is damaged, with its reason', (_fault, text, reason) => {
  expect(readCard(text)).toEqual({ outcome: 'damaged', reason });
  expect(verifyCard(text, trust, issuedAt)).toEqual({
    verdict: 'damaged',
    reason,
    claims: null,
    statusAsOf: null,
  });
});

test.each([
  ['nothing', ''],
  ['a web address', 'https://phr.abdm.gov.in/share-profile?hip-id=1'],
  ['an ABHA card', '{"hidn":"91-0000-0000-0000","name":"A"}'],
  ['an EU certificate', `HC1:${good}`],
  ['a number', '123456789012'],
  ['Hindi text', 'आशा देवी'],
  ['a token of another programme', signed(encode(new Map([[1, 'x']])))],
  ['an identity card without a health number', withCwt([169, new Map([[4, 'Asha']])])],
])('%s is not a health card', (_what, text) => {
  expect(readCard(text)).toEqual({ outcome: 'not-a-health-card' });
});

test('a card that names no key is of an unknown issuer', () => {
  expect(verifyCard(cose(header([1, -8])), trust, issuedAt).verdict).toBe('unknown-issuer');
});

/** The compressor's own header bits are not signed, so a change there may leave the same card; nothing else may. */
test('no change to a card, wherever it falls, throws or makes a valid card that says something else', () => {
  const { claims } = verifyCard(good, trust, issuedAt);
  const bytes = inflateSync(compressed());
  const mutated = fc
    .tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }))
    .map(([at, flip]) => pack(Uint8Array.from(bytes).with(at, bytes[at] ^ flip)));
  const rewritten = fc
    .tuple(fc.nat(good.length - 1), fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'))
    .filter(([at, character]) => good[at] !== character)
    .map(([at, character]) => good.slice(0, at) + character + good.slice(at + 1));
  const foreign = fc.oneof(fc.string(), fc.uint8Array().map(pack));
  fc.assert(
    fc.property(fc.oneof(mutated, rewritten, foreign), (text) => {
      const changed = verifyCard(text, trust, issuedAt);
      if (changed.verdict === 'valid') expect(changed.claims).toEqual(claims);
    }),
    { numRuns: 1500 },
  );
});
