import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeyList, openStatusList } from '#health-card/index.ts';
import { createCentralClient, registerDevice } from '#sync/outbox/index.ts';
import { packetId, routes } from '#sync/packet/index.ts';
import { type Central, openCentral, serveCentral } from './index.ts';
import { face, finger } from './test/biometrics.ts';
import { issuer, newKey, openKiosk, refusal, type TestKiosk } from './test/kiosk.ts';

let central: Central;
let kiosk: TestKiosk;

beforeAll(async () => {
  central = await openCentral({ issuer });
  kiosk = await openKiosk(central, 'kiosk-01');
});

afterAll(() => central.close());

test('the kiosk client registers, leases, sends and fetches the lists over HTTP', async () => {
  const served = await serveCentral(central);
  try {
    const key = newKey();
    const code = await central.newRegistrationCode('kiosk-http');
    const made = await registerDevice({ baseUrl: served.url, code, publicKey: key.publicKey });
    if (made.outcome !== 'registered') throw new Error(made.outcome);
    const { registration } = made;
    const client = createCentralClient({
      baseUrl: served.url,
      device: { id: registration.deviceId, ...key },
      centralReceiptKey: registration.receiptKey,
    });
    expect((await client.requestLease(500)).outcome).toBe('leased');
    const record = kiosk.record();
    const bytes = await kiosk.seal(record);
    const sent = await client.send({ id: packetId(bytes), personId: record.personId, bytes });
    expect(sent).toMatchObject({ outcome: 'receipt', receipt: { outcome: 'accepted' } });
    expect((await client.fetchLists()).outcome).toBe('fetched');
  } finally {
    await served.close();
  }
});

test('an enrolment is sent twice: taken in once, the same receipt again', async () => {
  const before = await central.counts();
  const packet = await kiosk.seal(kiosk.record());
  const first = await kiosk.send(packet);
  expect(first).toMatchObject({ outcome: 'accepted' });
  expect(await kiosk.send(packet)).toEqual(first);
  expect(await central.counts()).toMatchObject({ people: before.people + 1, packets: before.packets + 1 });
});

test('the same packet arrives on two connections at once', async () => {
  const before = await central.counts();
  const packet = await kiosk.seal(kiosk.record());
  const [one, other] = await Promise.all([kiosk.send(packet), kiosk.send(packet)]);
  expect(one).toEqual(other);
  expect((await central.counts()).packets).toBe(before.packets + 1);
});

test('a packet is tampered with on the way', async () => {
  const before = await central.counts();
  const packet = await kiosk.seal(kiosk.record());
  packet[packet.length >> 1] ^= 1;
  expect(await kiosk.send(packet)).toMatchObject({ outcome: 'rejected', personId: null });
  expect(await kiosk.send(new Uint8Array([1, 2, 3]))).toMatchObject({
    outcome: 'rejected',
    reason: 'not-a-packet',
  });
  expect(await central.counts()).toEqual(before);
});

test('a card has a number of another device, of nobody, or one that was given before', async () => {
  const other = await openKiosk(central, 'kiosk-02');
  const given = kiosk.record();
  await kiosk.send(await kiosk.seal(given));
  const cards = [
    { ...other.record().card, kid: kiosk.kid },
    { ...given.card, number: '123456789010' },
    { ...kiosk.record().card, statusIndex: given.card.statusIndex },
    given.card,
  ];
  for (const card of cards) {
    const receipt = await kiosk.send(await kiosk.seal(kiosk.record({ card })));
    expect(receipt).toMatchObject({ outcome: 'rejected', reason: 'number-not-leased' });
  }
});

test('an update replaces the person, and an older revision that comes late does not', async () => {
  const first = kiosk.record({ revision: 2, update: true });
  expect((await kiosk.send(await kiosk.seal(first))).outcome).toBe('accepted');
  const before = await central.counts();
  const { address } = first.person;
  const moved = { ...first.person, address: { ...address, district: 'Model Pur', districtLgd: '900002' } };
  for (const revision of [3, 1]) {
    const update = { ...kiosk.record(), personId: first.personId, person: moved, revision, update: true };
    expect((await kiosk.send(await kiosk.seal(update))).outcome).toBe('accepted');
  }
  expect((await central.counts()).people).toBe(before.people);
});

test('a person enrols twice at two kiosks: the second card is revoked', async () => {
  const other = await openKiosk(central, 'kiosk-03');
  const person = kiosk.record();
  const again = other.record();
  await kiosk.send(await kiosk.seal(person, { face: face(7), fingers: [finger(7)] }));
  const receipt = await other.send(
    await other.seal(again, { face: face(7, 1), fingers: [finger(7, 1, 'left-index')] }),
  );
  expect(receipt).toMatchObject({
    outcome: 'duplicate-of',
    personId: again.personId,
    duplicateOf: person.personId,
  });
  expect(await standing(again.card.statusIndex)).toBe('revoked');
  expect(await standing(person.card.statusIndex)).toBe('valid');
});

test('a face alone raises a question, and no verdict', async () => {
  const before = await central.counts();
  await kiosk.send(await kiosk.seal(kiosk.record(), { face: face(11), fingers: [finger(11)] }));
  const alike = await kiosk.seal(kiosk.record(), { face: face(11, 1), fingers: [finger(12)] });
  expect(await kiosk.send(alike)).toMatchObject({ outcome: 'accepted' });
  const after = await central.counts();
  expect(after.undecided).toBe(before.undecided + 1);
  expect(after.duplicates).toBe(before.duplicates);
});

test('faces of a recogniser whose scores central does not know raise none', async () => {
  const before = await central.counts();
  for (const take of [0, 1]) {
    const foreign = { ...face(13, take), model: 'a-site-of-its-own/1' };
    await kiosk.send(await kiosk.seal(kiosk.record(), { face: foreign, fingers: [finger(14 + take)] }));
  }
  const longer = { ...face(13), model: 'a-longer-one/1', vector: new Float32Array(512).fill(1) };
  expect(await kiosk.send(await kiosk.seal(kiosk.record(), { face: longer }))).toMatchObject({
    outcome: 'accepted',
  });
  const after = await central.counts();
  expect(after).toMatchObject({ people: before.people + 3, undecided: before.undecided });
});

test('a face vector that cannot be compared', async () => {
  const broken = { ...face(20), vector: new Float32Array(128).fill(Number.NaN) };
  const receipt = await kiosk.send(await kiosk.seal(kiosk.record(), { face: broken }));
  expect(receipt).toMatchObject({ outcome: 'rejected', reason: 'malformed' });
});

test('a text that no database can hold is rejected, not tried for ever', async () => {
  const receipt = await kiosk.send(await kiosk.seal(kiosk.record({ operator: 'operator\u0000' })));
  expect(receipt).toMatchObject({ outcome: 'rejected', reason: 'malformed' });
});

test('a card that central never received is taken back all the same', async () => {
  const stolen = kiosk.record().card;
  expect(await central.revokeCard(stolen.number)).toBe(true);
  expect(await standing(stolen.statusIndex)).toBe('revoked');
  expect(await central.revokeCard('123456789012')).toBe(false);
});

test('a stolen kiosk is revoked: it is refused, and the key list says so in a newer version', async () => {
  const stolen = await openKiosk(central, 'kiosk-04');
  const packet = await stolen.seal(stolen.record());
  const before = await keys();
  expect(await central.revokeDevice('kiosk-04')).toBe(true);
  expect(await central.revokeDevice('kiosk-04')).toBe(false);
  expect(await refusal(central.fetch(await stolen.signed(routes.packets, packet)))).toBe('device-revoked');
  const after = await keys();
  expect(after.version).toBeGreaterThan(before.version);
  expect(after.keys.find(({ kid }) => kid === stolen.kid)?.revokedAt).toBeTypeOf('number');
  // Carried by a kiosk that is in good standing, it is not taken either.
  expect(await kiosk.send(packet)).toMatchObject({ outcome: 'rejected', reason: 'unknown-device' });
});

const root = () => createPublicKey({ key: kiosk.registered.rootKey, format: 'jwk' });

async function standing(index: number) {
  const { statusList } = await kiosk.lists();
  const opened = openStatusList(Buffer.from(statusList, 'base64url'), root());
  if (opened.outcome === 'refused') throw new Error(opened.reason);
  expect(opened.list.uri).toBe(kiosk.registered.statusListUri);
  return opened.list.statusOf(index);
}

async function keys() {
  const opened = await openKeyList((await kiosk.lists()).keyList, root());
  if (opened.outcome === 'refused') throw new Error(opened.reason);
  return opened.list;
}
