import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAudit } from '#core/audit/index.ts';
import { KioskEvents } from '#core/events.ts';
import { openPeople } from '#core/people/index.ts';
import { isRefused } from '#core/refusals/codes.ts';
import { Site } from '#core/site/site.ts';
import { openDatabase } from '#core/storage/database.ts';
import type { KeyCustody } from '#core/storage/key-custody.ts';
import { type CardPrinter, openIppPrinter } from '#drivers/card-printer/index.ts';
import { signKeyList, signStatusList } from '#health-card/index.ts';
import { PublicJwk } from '#sync/packet/index.ts';
import { Person } from '#sync/packet/person.ts';
import { openCards } from '../../cards.ts';
import { openClinicalKeys } from '../../clinical-keys.ts';
import { openDeviceKey } from '../../device-key.ts';
import { openNumbers } from '../../numbers.ts';
import { openTrustStore } from '../../trust.ts';
import { openPrintJobs } from '../jobs.ts';
import { requestPrint } from '../requests.ts';
import { openSpool, type SpoolTiming } from '../spool.ts';

/* A desk with real cards, a real database and the spool, without the engines of a whole kiosk. */

const inEveryLanguage = { hi: 'कार्ड', en: 'Card', ur: 'کارڈ', pa: 'ਕਾਰਡ' };
const issuer = 'https://health.test.example';
const statusUri = `${issuer}/s/1`;

export const site = Site.parse({
  version: 1,
  mode: 'counter',
  programme: inEveryLanguage,
  organisation: 'District Hospital',
  issuer,
  colour: '#0b5f63',
  areas: [{ district: 'Model Nagar', districtLgd: '900001', stateLgd: '900' }],
  languages: ['hi'],
  cardLanguage: 'hi',
  fingers: [],
  consent: { version: 'test-1', text: inEveryLanguage },
  devices: { scanner: { kind: 'none' }, printer: { kind: 'none' } },
  policies: { printQuality: 40, printAttempts: 3, pinAttempts: 5, lockOutMinutes: 5, cardYears: 10 },
  central: null,
});

export const asha = Person.parse({
  name: 'Asha Devi',
  nativeName: { text: 'आशा देवी', language: 'hi' },
  sex: 'female',
  birth: { known: 'year', year: 1984 },
  address: { line: 'House 4', district: 'Model Nagar', districtLgd: '900001', stateLgd: '900' },
  language: 'hi',
});

export const operator = { id: 'op', name: 'Op', role: 'operator' } as const;
const personId = '0193b5f0-0000-7000-8000-000000000001';
const consent = { textVersion: 'test-1', language: 'hi', given: 'spoken', readBy: 'op' } as const;

/** Patience of a test, for driver and spool. */
export const hurriedPrinter = { pollMs: 10, retryMs: 10, busyMs: 60, lostMs: 150 };
const hurriedSpool: SpoolTiming = { lookMs: 20, retryMs: 20, longestRetryMs: 100 };

const openCustody: KeyCustody = {
  kind: 'test',
  wrap: async (key) => Buffer.from(key).toString('hex'),
  unwrap: async (text) => Buffer.from(text, 'hex'),
};

export const newHome = () => mkdtemp(join(tmpdir(), 'spool-'));
export const removeHome = (home: string) => rm(home, { recursive: true, force: true });

export const ippPrinter = (uri: string): CardPrinter => openIppPrinter(uri, hurriedPrinter);

/** Opens the desk of a home folder, with one card made on the first opening; bugs are thrown at the end. */
export async function openDesk(home: string, printer: CardPrinter | null) {
  const db = await openDatabase(home, openCustody);
  if (isRefused(db)) throw new Error(db.code);
  const now = () => new Date();
  const audit = openAudit(db, now);
  const events = new KioskEvents();
  const key = openDeviceKey(db);
  const numbers = openNumbers(db);
  numbers.addLease({ start: 70_000_000_000, end: 70_000_000_099, statusStart: 0 });
  const trust = await openTrustStore(db, issuer, null, now);
  const root = generateKeyPairSync('ed25519');
  await trust.update(await listsOf(key, root.privateKey), root.publicKey.export({ format: 'jwk' }));
  const people = openPeople(db);
  const cards = openCards(db, site, {
    key,
    clinicalKeys: openClinicalKeys(db),
    numbers,
    trust,
    statusUri: () => statusUri,
    now,
  });
  const prints = openPrintJobs(db, now);
  const bugs: Error[] = [];
  const needs = { db, site, audit, cards, people, prints, printer, events, now };
  const spool = openSpool(needs, (bug) => bugs.push(bug), hurriedSpool);
  const parts = { ...needs, spool };

  const makeCard = (person = asha) => {
    const revision = (people.get(personId)?.revision ?? 0) + 1;
    people.save(
      { id: personId, revision, person },
      { ...consent, at: now().toISOString() },
      now().toISOString(),
    );
    const card = cards.make(personId, person);
    if (isRefused(card)) throw new Error(card.code);
    cards.save(card, `packet-${revision}`);
    return card.number;
  };
  const number = cards.numberOf(personId) ?? makeCard();

  return {
    ...parts,
    number,
    makeCard,
    text: () => cards.get(number)?.qr ?? '',
    print: () => {
      const job = requestPrint(parts, operator, number, null);
      if (isRefused(job)) throw new Error(job.code);
      return job.id;
    },
    stateOf: (id: number) => prints.get(id)?.state,
    troubleOf: (id: number) => prints.get(id)?.trouble,
    audited: () =>
      db
        .prepare<[], { event: string }>('SELECT event FROM audit ORDER BY seq')
        .all()
        .map(({ event }) => event),
    async close() {
      await spool.close();
      db.close();
      if (bugs[0]) throw bugs[0];
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

async function listsOf(
  { kid, publicKey }: ReturnType<typeof openDeviceKey>,
  root: ReturnType<typeof generateKeyPairSync>['privateKey'],
) {
  const issuedAt = Math.floor(Date.now() / 1000);
  const entry = {
    kid,
    publicKey: PublicJwk.parse(publicKey.export({ format: 'jwk' })),
    device: 'kiosk-1',
    notBefore: issuedAt - 1000,
    notAfter: issuedAt + 100_000,
  };
  const statuses = new Uint8Array(100);
  return {
    keyList: await signKeyList({ version: 1, issuedAt, keys: [entry] }, root),
    statusList: signStatusList(
      { uri: statusUri, bits: 1, statuses, issuedAt },
      { kid: Buffer.from(kid, 'hex'), privateKey: root },
    ),
  };
}
