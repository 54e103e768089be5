import { deflateSync } from 'node:zlib';
import { Tagged } from 'cborg';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCbor } from './cbor.ts';
import { writeSign1 } from './cose-sign1.ts';
import { encodeCard, openStatusList, signStatusList } from './index.ts';
import { packStatuses, unpackStatuses } from './status-bits.ts';
import { asha, newDevice } from './test/people.ts';

const central = newDevice();
const uri = 'https://health.demo.example/status/1';
const published = Uint8Array.from([1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]);

test('the example of the draft: least significant bit first', () => {
  expect(Buffer.from(packStatuses(published, 1)).toString('hex')).toBe('78dadbb918000217015d');
});

test('every status comes back, and beyond the end nothing is claimed', () => {
  const anyStatuses = fc.uint8Array({ max: 3 });
  fc.assert(
    fc.property(anyStatuses, (statuses) => {
      const valueAt = unpackStatuses(packStatuses(statuses, 2), 2);
      expect(Array.from(statuses, (_status, index) => valueAt?.(index))).toEqual([...statuses]);
      expect(valueAt?.(statuses.length + 4)).toBeNull();
    }),
  );
});

test('a signed list tells each standing', () => {
  const statuses = Uint8Array.from([0, 1, 2, 3]);
  const token = signStatusList(
    { uri, bits: 2, statuses, issuedAt: 1_795_000_000, ttl: 3600 },
    central.signer,
  );
  const opening = openStatusList(token, central.publicKey);
  if (opening.outcome !== 'opened') throw new Error(opening.reason);
  const { list } = opening;
  expect(list).toMatchObject({ uri, issuedAt: 1_795_000_000, ttl: 3600 });
  const standings = [0, 1, 2, 3, 4, -1, 0.5].map((index) => list.statusOf(index));
  expect(standings).toEqual(['valid', 'revoked', 'suspended', 'unknown', 'unknown', 'unknown', 'unknown']);
});

test('a status that needs two bits does not slip into a list of one', () => {
  const statuses = Uint8Array.from([0, 2]);
  expect(() => signStatusList({ uri, bits: 1, statuses, issuedAt: 1 }, central.signer)).toThrow(RangeError);
});

test('a list forged, tagged, mistyped, bloated or broken is refused with its reason', () => {
  const token = signStatusList({ uri, bits: 1, statuses: published, issuedAt: 1 }, central.signer);
  const reasonOf = (bytes: Uint8Array, key = central.publicKey) => {
    const opening = openStatusList(bytes, key);
    return opening.outcome === 'refused' ? opening.reason : null;
  };
  const typed = (list: unknown) => {
    const claims = new Map<number, unknown>([
      [2, uri],
      [6, 1],
      [65533, list],
    ]);
    return writeSign1(writeCbor(claims), central.signer, new Map([[16, 'application/statuslist+cwt']]));
  };
  expect(reasonOf(token, newDevice().publicKey)).toBe('signature');
  expect(reasonOf(Uint8Array.from([...writeCbor(new Tagged(61, 0)).subarray(0, 2), ...token]))).toBe('type');
  expect(reasonOf(writeSign1(writeCbor(new Map()), central.signer))).toBe('type');
  expect(reasonOf(new TextEncoder().encode(encodeCard(asha, central.signer)))).toBe('cbor');
  expect(reasonOf(token.subarray(0, 40))).toBe('cbor');
  expect(reasonOf(typed({ bits: 3, lst: deflateSync(published) }))).toBe('content');
  expect(reasonOf(typed({ bits: 1, lst: Uint8Array.of(1, 2, 3) }))).toBe('content');
  expect(reasonOf(typed({ bits: 1, lst: deflateSync(new Uint8Array(20_000_000)) }))).toBe('content');
  expect(reasonOf(typed('none'))).toBe('content');
});
