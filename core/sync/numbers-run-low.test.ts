import SqliteDatabase from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAudit } from '#core/audit/index.ts';
import {
  lowWater,
  openCards,
  openClinicalKeys,
  openDeviceKey,
  openNumbers,
  openTrustStore,
} from '#core/cards/index.ts';
import { site } from '#core/cards/spool/test/desk.ts';
import { KioskEvents } from '#core/events.ts';
import { openPeople } from '#core/people/index.ts';
import { isRefused } from '#core/refusals/codes.ts';
import { migrations } from '#core/storage/database.ts';
import { type Central, openCentral, serveCentral } from '#sync/central/index.ts';
import { openOutbox } from '#sync/outbox/index.ts';
import { openRegistration } from './registration.ts';
import { openSync } from './sync.ts';

let central: Central;
let served: Awaited<ReturnType<typeof serveCentral>>;

beforeAll(async () => {
  central = await openCentral({ issuer: site.issuer });
  served = await serveCentral(central);
});
afterAll(async () => {
  await served.close();
  await central.close();
});

/** A kiosk's sync and numbers, registered at a real central over HTTP. */
async function registeredKiosk(name: string) {
  const db = new SqliteDatabase(':memory:');
  for (const sql of migrations) db.exec(sql);
  const now = () => new Date();
  const audit = openAudit(db, now);
  const deviceKey = openDeviceKey(db);
  const numbers = openNumbers(db);
  const trust = await openTrustStore(db, site.issuer, null, now);
  const atCentral = { ...site, central: { url: served.url } };
  const cards = openCards(db, atCentral, {
    key: deviceKey,
    clinicalKeys: openClinicalKeys(db),
    numbers,
    trust,
    statusUri: () => '',
    now,
  });
  const sync = openSync({
    db,
    site: atCentral,
    audit,
    cards,
    people: openPeople(db),
    numbers,
    trust,
    outbox: openOutbox(db),
    deviceKey,
    registration: openRegistration(db),
    events: new KioskEvents(),
    now,
  });
  expect(await sync.register(await central.newRegistrationCode(name))).toBeNull();
  return { sync, numbers };
}

const take = (numbers: Awaited<ReturnType<typeof registeredKiosk>>['numbers'], count: number) =>
  Array.from({ length: count }, () => numbers.take()).filter((one) => !isRefused(one)).length;

test('registered, a kiosk has numbers for many days, and a reserve', async () => {
  const { numbers } = await registeredKiosk('kiosk-1');
  expect(numbers.left()).toEqual({ ordinary: 1000, emergency: 300 });
});

test('running low, the kiosk gets another block by the next sync', async () => {
  const { sync, numbers } = await registeredKiosk('kiosk-2');
  take(numbers, 1000 - lowWater.ordinary);
  await sync.run();
  expect(numbers.left().ordinary).toBe(lowWater.ordinary);
  take(numbers, 1);
  await sync.run();
  expect(numbers.left().ordinary).toBe(lowWater.ordinary - 1 + 1000);
});

test('far from any network the reserve goes on where the block ends, and is filled up afterwards', async () => {
  const { sync, numbers } = await registeredKiosk('kiosk-3');
  expect(take(numbers, 1250)).toBe(1250);
  expect(numbers.left()).toEqual({ ordinary: 0, emergency: 50 });
  await sync.run();
  expect(numbers.left()).toEqual({ ordinary: 1000, emergency: 350 });
  expect(take(numbers, 1)).toBe(1);
  expect(numbers.left().emergency).toBe(350);
});
