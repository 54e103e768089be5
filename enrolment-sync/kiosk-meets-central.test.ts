import { createPublicKey } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeyList, openStatusList, withCheckDigit } from '#health-card/index.ts';
import { type Central, openCentral } from './central/index.ts';
import { createCentralClient, openOutbox, outboxSchema, registerDevice, syncOnce } from './outbox/index.ts';
import { type Registration, sealPacket } from './packet/index.ts';
import { enrolmentOf, newDevice, noBiometrics } from './packet/test/enrolments.ts';

/* The kiosk's real client and queue against the real central, without a socket between them. */

const baseUrl = 'https://central.test';
const device = newDevice();
const outbox = openOutbox(new SqliteDatabase(':memory:').exec(outboxSchema));
let central: Central;
let registration: Registration;

const link: typeof fetch = (...request) => central.fetch(new Request(...request));

const clientOver = (over: typeof fetch = link) =>
  createCentralClient({
    baseUrl,
    device: { id: registration.deviceId, ...device },
    fetch: over,
    centralReceiptKey: registration.receiptKey,
  });

async function enrolOffline(offset: number): Promise<void> {
  const { lease, deviceId, encryptionKey } = registration;
  const card = {
    number: withCheckDigit(String(lease.start + offset)),
    kid: device.kid,
    statusIndex: lease.statusStart + offset,
    issuedAt: Math.floor(Date.now() / 1000),
  };
  const record = enrolmentOf(undefined, { device: deviceId, card });
  const packet = await sealPacket(record, noBiometrics, { device, central: encryptionKey });
  outbox.add({ ...packet, personId: record.personId, revision: 1, district: '84' });
}

beforeAll(async () => {
  central = await openCentral({ issuer: baseUrl });
  const code = await central.newRegistrationCode('kiosk-1');
  const answer = await registerDevice({ baseUrl, code, publicKey: device.publicKey, fetch: link });
  if (answer.outcome !== 'registered') throw new Error(answer.outcome);
  registration = answer.registration;
});
afterAll(() => central.close());

test('a kiosk registers once, by a code that is good once', async () => {
  expect(registration.kid).toBe(device.kid);
  const again = { baseUrl, code: '00000000', publicKey: newDevice().publicKey, fetch: link };
  expect(await registerDevice(again)).toEqual({ outcome: 'refused', reason: 'unknown-code' });
});

test('an enrolment made offline reaches central, also when the first answer is lost', async () => {
  await enrolOffline(0);
  const lossy: typeof fetch = async (...request) => {
    await link(...request);
    throw new TypeError('connection reset');
  };
  const onReceipt = () => {};
  expect(await syncOnce({ outbox, central: clientOver(lossy), onReceipt })).toEqual({
    outcome: 'unreachable',
  });
  expect(await syncOnce({ outbox, central: clientOver(), onReceipt })).toMatchObject({
    accepted: 1,
    parked: 0,
  });
  expect(await central.counts()).toMatchObject({ people: 1, packets: 1 });
});

test('the lists verify by the root key of the registration and name this device', async () => {
  const fetched = await clientOver().fetchLists();
  if (fetched.outcome !== 'fetched') throw new Error(fetched.outcome);
  const root = createPublicKey({ key: registration.rootKey, format: 'jwk' });
  const keys = await openKeyList(fetched.lists.keyList, root);
  expect(keys.outcome === 'opened' && keys.list.keys.map(({ kid }) => kid)).toContain(device.kid);
  const status = openStatusList(Buffer.from(fetched.lists.statusList, 'base64url'), root);
  expect(status.outcome === 'opened' && status.list.uri).toBe(registration.statusListUri);
});

test('a further block of numbers does not overlap the first', async () => {
  const leased = await clientOver().requestLease(50);
  expect(leased.outcome === 'leased' && leased.lease.start).toBeGreaterThan(registration.lease.end);
});

test('a device that central revoked is refused, and what it holds stays on it', async () => {
  await enrolOffline(1);
  await central.revokeDevice(registration.deviceId);
  const result = await syncOnce({ outbox, central: clientOver(), onReceipt: () => {} });
  expect(result).toMatchObject({ outcome: 'refused' });
  expect(outbox.counts()).toMatchObject({ waiting: 1 });
});
