import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CardPrinter } from '#drivers/card-printer/index.ts';
import type { FingerprintScanner } from '#drivers/fingerprint-scanner/index.ts';
import { openFaceEngine } from '#models/face/index.ts';
import { openFingerprintEngine } from '#models/fingerprint/index.ts';
import { createApp } from './api/app.ts';
import { assemble } from './assemble.ts';
import type { SpoolTiming } from './cards/index.ts';
import type { Operator } from './operators/index.ts';
import { isRefused, type Refused } from './refusals/codes.ts';
import { reportBug } from './report-bug.ts';
import type { Site } from './site/site.ts';
import { openDatabase } from './storage/database.ts';
import type { KeyCustody } from './storage/key-custody.ts';
import { scheduleSync } from './sync/index.ts';

/** The kiosk behind its one door. */
export interface Kiosk {
  fetch(request: Request): Promise<Response>;
  /** Adds an operator, or gives one a new PIN. */
  putOperator(operator: Operator, pin: string): Promise<void>;
  /** Takes a clinical key (32 bytes): it encrypts from now on, and opens what was encrypted to it. */
  putClinicalKey(secret: Uint8Array): void;
  /** Whether central knows this kiosk. */
  isRegistered(): boolean;
  /** Registers at the site's central with a one-time code. Refusals: central-unreachable, central-refused. */
  register(code: string): Promise<Refused | null>;
  close(): Promise<void>;
}

export interface KioskOptions {
  /** Folder of the database and its wrapped key; made when it is not there. */
  readonly home: string;
  readonly site: Site;
  readonly keyCustody: KeyCustody;
  /** Opened devices; the kiosk closes them. */
  readonly scanner: FingerprintScanner | null;
  readonly printer: CardPrinter | null;
  readonly demoCamera?: readonly Uint8Array[];
  /** Folder of the built screens; the product's own by default. */
  readonly screens?: string;
  /** Sends and fetches by itself as long as the kiosk is open; else only when asked. */
  readonly syncsByItself?: boolean;
  /** How patient the print spool is; a person's pace by default. */
  readonly spoolTiming?: SpoolTiming;
  readonly now?: () => Date;
  readonly onBug?: (error: Error) => void;
}

/** Worker threads for each engine: one core stays for the screens. */
const engineWorkers = 1;

/**
 * Opens a kiosk: database, engines, devices, and the handler that everything goes through.
 * Refusals: wrong-passphrase, kiosk-already-open, disk-full.
 */
export async function openKiosk(options: KioskOptions): Promise<Kiosk | Refused> {
  const db = await openDatabase(options.home, options.keyCustody);
  if (isRefused(db)) return db;
  const closing: (() => unknown)[] = [() => db.close()];
  try {
    const face = await openFaceEngine({ workers: engineWorkers });
    closing.push(() => face.close());
    const fingerprint = openFingerprintEngine({ workers: engineWorkers });
    closing.push(() => fingerprint.close());
    // What is under way when the kiosk closes is cut off, and that is no bug.
    let open = true;
    const onBug = (error: Error) => {
      if (open) (options.onBug ?? reportBug)(error);
    };
    const parts = await assemble(options, { db, face, fingerprint }, onBug);
    closing.push(
      () => parts.scanner?.close(),
      () => parts.printer?.close(),
      () => parts.events.removeAllListeners(),
      () => parts.sync.stop(),
      () => parts.spool.close(),
    );
    closing.push(() => {
      open = false;
    });
    if (options.syncsByItself) closing.push(scheduleSync(parts, onBug));
    const app = createApp(parts, {
      screens: options.screens ?? builtScreens,
      demoCamera: options.demoCamera ?? [],
      onBug,
    });
    parts.audit.append('kiosk-opened');
    return {
      fetch: async (request) => app.fetch(request),
      putOperator: (operator, pin) => parts.operators.put(operator, pin),
      putClinicalKey: (secret) => parts.clinicalKeys.add(secret),
      isRegistered: () => parts.registration() !== null,
      register: (code) => parts.sync.register(code),
      close: () => closeAll(closing),
    };
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

const builtScreens = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'renderer');

async function closeAll(closing: (() => unknown)[]): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}
