import type { CardPrinter } from '#drivers/card-printer/index.ts';
import type { FingerprintScanner } from '#drivers/fingerprint-scanner/index.ts';
import type { FaceEngine } from '#models/face/index.ts';
import type { FingerprintEngine } from '#models/fingerprint/index.ts';
import type { Outbox } from '#sync/outbox/index.ts';
import type { Audit } from './audit/index.ts';
import type { Cards, ClinicalKeys, DeviceKey, Numbers, PrintJobs, Spool } from './cards/index.ts';
import type { DraftStore } from './enrolment/draft-store.ts';
import type { KioskEvents } from './events.ts';
import type { Galleries } from './identification/galleries.ts';
import type { Operators } from './operators/index.ts';
import type { People } from './people/index.ts';
import type { Site } from './site/site.ts';
import type { Database } from './storage/database.ts';
import type { Registration, Sync } from './sync/index.ts';

/** Everything an open kiosk is made of; `openKiosk` builds it once and the capabilities take what they need. */
export interface Parts {
  readonly site: Site;
  readonly db: Database;
  readonly audit: Audit;
  readonly operators: Operators;
  readonly people: People;
  readonly drafts: DraftStore;
  readonly galleries: Galleries;
  readonly cards: Cards;
  readonly numbers: Numbers;
  readonly prints: PrintJobs;
  readonly spool: Spool;
  readonly outbox: Outbox;
  readonly sync: Sync;
  readonly face: FaceEngine;
  readonly fingerprint: FingerprintEngine;
  readonly scanner: FingerprintScanner | null;
  readonly printer: CardPrinter | null;
  readonly events: KioskEvents;
  readonly deviceKey: DeviceKey;
  readonly clinicalKeys: ClinicalKeys;
  /** What central told this kiosk when it registered; null before. */
  readonly registration: () => Registration | null;
  readonly now: () => Date;
}
