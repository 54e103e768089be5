import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStatusList, withCheckDigit } from '#health-card/index.ts';
import { type Central, openCentral } from './index.ts';
import { issuer, openKiosk, type TestKiosk } from './test/kiosk.ts';

let central: Central;
let kiosk: TestKiosk;
let elsewhere: TestKiosk;

beforeAll(async () => {
  central = await openCentral({ issuer });
  kiosk = await openKiosk(central, 'kiosk-01');
  elsewhere = await openKiosk(central, 'kiosk-02');
});

afterAll(() => central.close());

/** A card's standing, as another kiosk hears of it. */
async function standing(statusIndex: number) {
  const { statusList } = await elsewhere.lists();
  const root = createPublicKey({ key: elsewhere.registered.rootKey, format: 'jwk' });
  const opened = openStatusList(Buffer.from(statusList, 'base64url'), root);
  return opened.outcome === 'opened' ? opened.list.statusOf(statusIndex) : opened.reason;
}

async function enrolled() {
  const record = kiosk.record();
  await kiosk.send(await kiosk.seal(record));
  return record;
}

const lost = (personId: string, number: string) =>
  ({ kind: 'card-revoked', personId, number, reason: 'lost' }) as const;

test('a lost card is taken back for every kiosk, and the person’s new one is good', async () => {
  const { personId, card } = await enrolled();
  expect(await standing(card.statusIndex)).toBe('valid');
  const notice = await kiosk.notice(lost(personId, card.number));
  const receipt = await kiosk.send(notice);
  expect(receipt).toMatchObject({ outcome: 'accepted', personId });
  expect(await kiosk.send(notice)).toEqual(receipt);
  expect(await standing(card.statusIndex)).toBe('revoked');

  const next = kiosk.card();
  const issued = await kiosk.notice({ kind: 'card-issued', personId, card: next });
  expect(await kiosk.send(issued)).toMatchObject({ outcome: 'accepted' });
  expect(await standing(next.statusIndex)).toBe('valid');
});

test('the new card can be lost as well', async () => {
  const { personId, card } = await enrolled();
  await kiosk.send(await kiosk.notice(lost(personId, card.number)));
  const next = kiosk.card();
  await kiosk.send(await kiosk.notice({ kind: 'card-issued', personId, card: next }));
  await kiosk.send(await kiosk.notice(lost(personId, next.number)));
  expect(await standing(next.statusIndex)).toBe('revoked');
});

test('a stolen card whose enrolment never came is taken back all the same', async () => {
  const { personId, card } = kiosk.record();
  expect(await kiosk.send(await kiosk.notice(lost(personId, card.number)))).toMatchObject({
    outcome: 'accepted',
  });
  expect(await standing(card.statusIndex)).toBe('revoked');
});

test('a kiosk takes no card of somebody else back, nor one of another kiosk that nobody holds', async () => {
  const { card } = await enrolled();
  const somebodyElse = kiosk.record().personId;
  const rejected = { outcome: 'rejected', reason: 'card-of-another' };
  expect(await kiosk.send(await kiosk.notice(lost(somebodyElse, card.number)))).toMatchObject(rejected);
  const unused = kiosk.card();
  expect(await elsewhere.send(await elsewhere.notice(lost(somebodyElse, unused.number)))).toMatchObject(
    rejected,
  );
  expect(await standing(card.statusIndex)).toBe('valid');
  expect(await standing(unused.statusIndex)).toBe('valid');
});

test('a new card for a person whom central does not know, or with another kiosk’s number, is not accepted', async () => {
  const stranger = kiosk.record();
  const issue = (personId: string, card = kiosk.card()) =>
    kiosk.notice({ kind: 'card-issued', personId, card });
  expect(await kiosk.send(await issue(stranger.personId))).toMatchObject({ reason: 'unknown-person' });
  const { personId } = await enrolled();
  const taken = { ...elsewhere.card(), kid: kiosk.kid };
  expect(await kiosk.send(await issue(personId, taken))).toMatchObject({ reason: 'number-not-leased' });
});

test('a number of the kiosk’s reserve is as good as any, and never another kiosk’s', async () => {
  const { emergency, lease } = kiosk.registered;
  if (!emergency) throw new Error('registered without a reserve');
  expect(emergency.start).toBeGreaterThan(lease.end);
  expect(elsewhere.registered.lease.start).toBeGreaterThan(emergency.end);
  const card = {
    ...kiosk.card(),
    number: withCheckDigit(String(emergency.start)),
    statusIndex: emergency.statusStart,
  };
  const record = kiosk.record({ card });
  expect(await kiosk.send(await kiosk.seal(record))).toMatchObject({ outcome: 'accepted' });
  expect(await standing(emergency.statusStart)).toBe('valid');
  await kiosk.send(await kiosk.notice(lost(record.personId, card.number)));
  expect(await standing(emergency.statusStart)).toBe('revoked');
});
