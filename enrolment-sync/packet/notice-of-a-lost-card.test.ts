import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { encode } from 'cborg';
import { expect, test } from 'vitest';
import { type CardNotice, packNotice, unpackNotice } from './notice.ts';
import { openPacket } from './open.ts';
import { sealNotice } from './seal.ts';
import { newCentralKey, newDevice } from './test/enrolments.ts';

const lost: CardNotice = {
  kind: 'card-revoked',
  personId: '0193b5f0-0000-7000-8000-000000000001',
  number: '700000000017',
  reason: 'lost',
  operator: 'op',
  device: 'kiosk-1',
  at: '2026-11-22T09:00:00Z',
};

test('central opens a notice that the device sealed, and a carrier learns nothing from it', async () => {
  const device = newDevice();
  const central = await newCentralKey();
  const { bytes } = await sealNotice(lost, { device, central: central.publicKey });
  expect(Buffer.from(bytes).includes(lost.number)).toBe(false);
  const keys = { centralPrivateKey: central.privateKey, deviceKey: () => device.publicKey };
  expect(await openPacket(bytes, keys)).toEqual({ outcome: 'notice', kid: device.kid, notice: lost });
  const stranger = { ...keys, deviceKey: () => newDevice().publicKey };
  expect(await openPacket(bytes, stranger)).toEqual({ outcome: 'refused', reason: 'bad-signature' });
});

test.for([
  ['random bytes', randomBytes(64)],
  ['a deflate bomb', deflateSync(Buffer.alloc(32 * 1024 * 1024))],
  ['another version', deflateSync(encode({ version: 2, notice: lost }))],
  ['a reason that is none', deflateSync(encode({ version: 1, notice: { ...lost, reason: 'bored' } }))],
  ['more than a notice', deflateSync(encode({ version: 1, notice: { ...lost, also: 1 } }))],
  ['nothing', new Uint8Array()],
] as const)('%s is no notice, and no crash', ([, bytes]) => {
  expect(unpackNotice(bytes)).toBeNull();
  expect(unpackNotice(packNotice(lost))).toEqual(lost);
});
