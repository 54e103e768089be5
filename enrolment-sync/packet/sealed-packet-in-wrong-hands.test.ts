import { decode, encode } from 'cborg';
import { beforeAll, expect, test } from 'vitest';
import { openPacket } from './open.ts';
import { packetId, sealPacket } from './seal.ts';
import { biometrics, enrolmentOf, newCentralKey, newDevice, noBiometrics } from './test/enrolments.ts';

const device = newDevice();
const record = enrolmentOf();
let central: Awaited<ReturnType<typeof newCentralKey>>;
let packet: Awaited<ReturnType<typeof sealPacket>>;

beforeAll(async () => {
  central = await newCentralKey();
  packet = await sealPacket(record, biometrics, { device, central: central.publicKey });
});

const open = (bytes: Uint8Array, publicKey = device.publicKey, privateKey = central.privateKey) =>
  openPacket(bytes, {
    centralPrivateKey: privateKey,
    deviceKey: (kid) => (kid === device.kid ? publicKey : null),
  });

test('central reads what the kiosk sealed, to the last byte', async () => {
  const opened = await open(packet.bytes);
  expect(opened).toMatchObject({ outcome: 'opened', kid: device.kid, record });
  if (opened.outcome !== 'opened') return;
  expect(opened.biometrics.face?.vector).toEqual(biometrics.face?.vector);
  expect(opened.biometrics.fingers.map(({ template }) => [...template])).toEqual([[1, 2, 3]]);
  expect(opened.biometrics.exceptions).toEqual(biometrics.exceptions);
});

test('a photograph travels once and is in the Patient when opened', async () => {
  const opened = await open(packet.bytes);
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
  const data = Buffer.from(biometrics.face?.photo ?? []).toString('base64');
  expect(opened.bundle.entry?.[0]?.resource).toMatchObject({ photo: [{ contentType: 'image/jpeg', data }] });
});

test('a P-256 device, an engine with byte vectors and a person without biometrics are sealed as well', async () => {
  const other = newDevice('p-256');
  const face = { model: 'packed/1', vector: Uint8Array.of(9, 8), quality: 1, photo: Uint8Array.of(1) };
  for (const part of [noBiometrics, { ...noBiometrics, face }]) {
    const sealed = await sealPacket(record, part, { device: other, central: central.publicKey });
    const opened = await openPacket(sealed.bytes, {
      centralPrivateKey: central.privateKey,
      deviceKey: () => other.publicKey,
    });
    expect(opened.outcome === 'opened' && opened.biometrics.face?.vector).toEqual(
      part.face ? face.vector : undefined,
    );
  }
});

test('the id is the hash of the bytes, and no name is legible in them', () => {
  expect(packetId(packet.bytes)).toBe(packet.id);
  expect(Buffer.from(packet.bytes).includes('Asha')).toBe(false);
});

test('whichever byte is changed, the packet is refused', async () => {
  const step = Math.ceil(packet.bytes.length / 60);
  for (let at = 0; at < packet.bytes.length; at += step) {
    const bytes = Uint8Array.from(packet.bytes);
    bytes[at] ^= 1;
    expect((await open(bytes)).outcome, `byte ${at}`).toBe('refused');
  }
});

test('a torn packet, an empty one and another file are not packets', async () => {
  for (const bytes of [packet.bytes.subarray(0, 900), new Uint8Array(), Buffer.from('%PDF-1.7')])
    expect(await open(bytes)).toEqual({ outcome: 'refused', reason: 'not-a-packet' });
});

test('a packet for another central cannot be opened', async () => {
  const { privateKey } = await newCentralKey();
  expect(await open(packet.bytes, device.publicKey, privateKey)).toEqual({
    outcome: 'refused',
    reason: 'cannot-decrypt',
  });
});

test('a packet from a device that central does not know is refused', async () => {
  const foreign = await sealPacket(record, biometrics, { device: newDevice(), central: central.publicKey });
  expect(await open(foreign.bytes)).toEqual({ outcome: 'refused', reason: 'unknown-device' });
});

test('a thief who writes the kid of another device is found out by the signature', async () => {
  const thief = { ...newDevice(), kid: device.kid };
  const forged = await sealPacket(record, biometrics, { device: thief, central: central.publicKey });
  expect(await open(forged.bytes)).toEqual({ outcome: 'refused', reason: 'bad-signature' });
});

test('a record that breaks the schema is malformed, however well signed', async () => {
  const bad = enrolmentOf(record.person, { personId: 'not-a-uuid' });
  await expect(
    sealPacket(bad, noBiometrics, { device, central: central.publicKey }).then(({ bytes }) => open(bytes)),
  ).rejects.toThrow();
  const badCard = enrolmentOf(record.person, { card: { ...record.card, number: '12' } });
  const sealed = await sealPacket(badCard, noBiometrics, { device, central: central.publicKey });
  expect(await open(sealed.bytes)).toEqual({ outcome: 'refused', reason: 'malformed' });
});

test('a packet with an unknown part in its envelope is refused', async () => {
  const body: unknown = decode(packet.bytes.subarray(5));
  const padded = encode({ ...Object(body), extra: 1 });
  const bytes = Buffer.concat([packet.bytes.subarray(0, 5), padded]);
  expect(await open(bytes)).toEqual({ outcome: 'refused', reason: 'not-a-packet' });
});
