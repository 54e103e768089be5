import { openOutbox } from '#sync/outbox/index.ts';
import { openAudit } from './audit/index.ts';
import {
  openCards,
  openClinicalKeys,
  openDeviceKey,
  openNumbers,
  openPrintJobs,
  openSpool,
  openTrustStore,
} from './cards/index.ts';
import { openDraftStore } from './enrolment/index.ts';
import { KioskEvents } from './events.ts';
import { openGalleries } from './identification/index.ts';
import type { KioskOptions } from './kiosk.ts';
import { openOperators } from './operators/index.ts';
import type { Parts } from './parts.ts';
import { openPeople } from './people/index.ts';
import { openRegistration, openSync } from './sync/index.ts';

/** Puts the parts of a kiosk together, over an open database and running engines. */
export async function assemble(
  { site, scanner, printer, now = () => new Date(), spoolTiming }: KioskOptions,
  { db, face, fingerprint }: Pick<Parts, 'db' | 'face' | 'fingerprint'>,
  onBug: (error: Error) => void,
): Promise<Parts> {
  const events = new KioskEvents();
  const audit = openAudit(db, now);
  const deviceKey = openDeviceKey(db);
  const registration = openRegistration(db);
  const numbers = openNumbers(db);
  const outbox = openOutbox(db);
  const trust = await openTrustStore(db, site.issuer, registration.current()?.rootKey ?? null, now);
  const statusUri = () => registration.current()?.statusListUri ?? '';
  const clinicalKeys = openClinicalKeys(db);
  const cards = openCards(db, site, { key: deviceKey, clinicalKeys, numbers, trust, statusUri, now });
  const people = openPeople(db);
  const sync = openSync({
    db,
    site,
    audit,
    cards,
    people,
    numbers,
    trust,
    outbox,
    deviceKey,
    registration,
    events,
    now,
  });
  const prints = openPrintJobs(db, now);
  const spool = openSpool(
    { db, site, audit, cards, people, prints, printer, events, now },
    onBug,
    spoolTiming,
  );
  scanner?.onStatus(() => events.emit('status'));
  return {
    site,
    db,
    audit,
    operators: openOperators(db, audit, site.policies, now),
    people,
    drafts: openDraftStore(db, now),
    galleries: openGalleries(db, face, fingerprint),
    cards,
    numbers,
    prints,
    spool,
    outbox,
    sync,
    face,
    fingerprint,
    scanner,
    printer,
    events,
    deviceKey,
    clinicalKeys,
    registration: registration.current,
    now,
  };
}
