import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { encodePrint, isRefused, type Kiosk, openKiosk, passphraseCustody } from '#core/index.ts';
import { demoPeople, demoSite, photograph, secondLook, touchOf } from '#demo/index.ts';
import { readCard } from '#health-card/index.ts';
import { type Enrolled, enrolPerson } from '../../cli/demo/enrolling.ts';
import { signIn } from '../../cli/session.ts';
import { type DemoKiosk, openDemoKiosk } from '../support/demo-kiosk.ts';
import { type SignedInDoor, signInAt } from '../support/door.ts';

/* A card from the enrolment to its loss and the next one, as two kiosks and central see it. */

let demo: DemoKiosk;
let here: SignedInDoor;
let there: SignedInDoor;
let otherHome: string;
let other: Kiosk;
let sunita: Enrolled;

beforeAll(async () => {
  demo = await openDemoKiosk();
  sunita = await enrolPerson(await signIn(demo.appliance), 0, demo.home);
  here = await signInAt(demo.appliance.kiosk);
  otherHome = await mkdtemp(join(tmpdir(), 'kiosk-other-'));
  const site = { ...demoSite, central: { url: demo.world.central.url } };
  const options = { home: otherHome, site, keyCustody: passphraseCustody('p'), scanner: null, printer: null };
  const opened = await openKiosk(options);
  if (isRefused(opened)) throw new Error(opened.code);
  other = opened;
  await other.putOperator({ id: 'asha', name: 'Asha', role: 'operator' }, '2468');
  there = await signInAt(other);
  const central = await demo.world.central.open();
  expect(await other.register(await central.newRegistrationCode('kiosk-02'))).toBeNull();
});

afterAll(async () => {
  await other?.close();
  await demo?.close();
  await rm(otherHome, { recursive: true, force: true });
});

const verdict = async (door: SignedInDoor, text: string) =>
  (await door.ask('POST', '/api/cards/verify', { text })).refused ?? 'valid';
const CardBody = z.object({ card: z.object({ number: z.string(), state: z.string() }) });
const View = z.object({ lasting: z.boolean(), printed: z.string(), card: z.object({ state: z.string() }) });
const cardView = async (number: string) => View.parse((await here.ask('GET', `/api/cards/${number}`)).body);
const days = (text: string) => {
  const reading = readCard(text);
  if (reading.outcome !== 'read') throw new Error(reading.outcome);
  return ((reading.claims.expiresAt ?? 0) - reading.claims.issuedAt) / 86_400;
};

test('a card holds for a short time until central has confirmed it, and is then there to be printed for good', async () => {
  expect(days(sunita.qr)).toBe(180);
  expect(await cardView(sunita.number)).toMatchObject({
    lasting: false,
    printed: 'this',
    card: { state: 'issued' },
  });
  await here.ask('POST', '/api/sync');
  expect(await cardView(sunita.number)).toMatchObject({
    lasting: true,
    printed: 'older',
    card: { state: 'confirmed' },
  });
  expect(await verdict(here, sunita.qr)).toBe('valid');
});

test('a stolen card is refused here at once, and elsewhere once central has said so', async () => {
  await there.ask('POST', '/api/sync');
  expect(await verdict(there, sunita.qr)).toBe('valid');
  const gone = await here.ask('POST', `/api/cards/${sunita.number}/revoke`, { reason: 'stolen' });
  expect(gone.body).toEqual({ card: { number: sunita.number, state: 'revoked' } });
  expect(await verdict(here, sunita.qr)).toBe('card-revoked');
  expect((await here.ask('POST', '/api/cards/verify', { text: sunita.qr })).body).toMatchObject({
    refusal: { statusAsOf: expect.stringMatching(/^\d{4}-/) },
  });
  expect((await here.ask('POST', '/api/identify/card', { text: sunita.qr })).refused).toBe('card-revoked');
  expect((await here.ask('POST', `/api/cards/${sunita.number}/print`, {})).refused).toBe('card-revoked');

  await there.ask('POST', '/api/sync');
  expect(await verdict(there, sunita.qr)).toBe('valid');
  await here.ask('POST', '/api/sync');
  await there.ask('POST', '/api/sync');
  expect(await verdict(there, sunita.qr)).toBe('card-revoked');
});

test('the person gets a card with a new number, which central confirms; a second one is refused', async () => {
  const made = CardBody.parse((await here.ask('POST', `/api/people/${sunita.personId}/card`)).body);
  expect(made.card.number).not.toBe(sunita.number);
  expect((await here.ask('POST', `/api/people/${sunita.personId}/card`)).refused).toBe('card-still-good');
  expect(await cardView(made.card.number)).toMatchObject({ lasting: false, printed: 'never' });
  await here.ask('POST', '/api/sync');
  expect(await cardView(made.card.number)).toMatchObject({ lasting: true, printed: 'never' });
  const status = z.object({ outbox: z.object({ waiting: z.number(), parked: z.number() }) });
  const { body } = await here.ask('GET', '/api/kiosk');
  expect(z.object({ status }).parse(body).status.outbox).toEqual({ waiting: 0, parked: 0 });
});

test('enrolled elsewhere as well, the person is known to central, and that second card is taken back', async () => {
  const id = await there.draft();
  await there.ask('PUT', `/api/enrolments/${id}/face`, await photograph(demoPeople[0], secondLook));
  for (const position of demoSite.fingers) {
    const print = await encodePrint(touchOf(demoPeople[0], position, 3));
    await there.ask('PUT', `/api/enrolments/${id}/fingers/${position}?dpi=500`, print);
  }
  await there.ask('POST', `/api/enrolments/${id}/review`);
  const committed = z.object({ cardNumber: z.string() });
  const { cardNumber } = committed.parse((await there.ask('POST', `/api/enrolments/${id}/commit`)).body);
  const synced = await there.ask('POST', '/api/sync');
  expect(synced.body).toMatchObject({ outcome: 'synced', duplicates: 1 });
  const view = View.parse((await there.ask('GET', `/api/cards/${cardNumber}`)).body);
  expect(view.card.state).toBe('revoked');
});

test('after all that the audit chain is intact', async () => {
  expect((await here.ask('GET', '/api/audit/verify')).body).toMatchObject({ outcome: 'intact' });
});
