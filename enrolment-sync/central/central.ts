import { revokeCard } from './cards.ts';
import { type Counts, counts } from './counts.ts';
import { newCode, revokeDevice } from './devices.ts';
import { openKeys } from './keys.ts';
import { openPglite } from './pglite.ts';
import { type Parts, routesOf } from './routes.ts';
import { migrate } from './schema.ts';

export interface CentralOptions {
  /** Where the database lies; in memory, and gone at the end, when absent. */
  readonly dataDir?: string;
  /** Who issues the cards, as the cards say it. */
  readonly issuer: string;
  /** Where the status list is published, when not under the issuer's own address. */
  readonly baseUrl?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Told of a bug while a request was answered; writes its kind and place, and no text, to standard error by default. */
  readonly onBug?: (error: Error) => void;
}

export interface Central {
  /** Answers kiosks, and shows the status page. */
  fetch(request: Request): Promise<Response>;
  /** A one-time code, good for a week, with which a device of this name registers. */
  newRegistrationCode(device: string): Promise<string>;
  /** Takes a card back; false when the number is wrong or was never leased. */
  revokeCard(number: string): Promise<boolean>;
  /** Takes a device's keys back from now on; false when it has none left. */
  revokeDevice(deviceId: string): Promise<boolean>;
  counts(): Promise<Counts>;
  close(): Promise<void>;
}

/** A card carries this address in its QR; beyond, the QR grows. */
const longestStatusUri = 50;

/** Opens central over its database, which is made when it is not there. Throws when the status list uri is too long. */
export async function openCentral(options: CentralOptions): Promise<Central> {
  const { dataDir, issuer, baseUrl = issuer, now = Date.now, onBug = reportBug } = options;
  const statusUri = `${baseUrl.replace(/\/+$/, '')}/s/1`;
  if (statusUri.length > longestStatusUri)
    throw new RangeError(`the status list uri has more than ${longestStatusUri} characters`);
  const db = await openPglite(dataDir);
  await migrate(db);
  const parts: Parts = { sql: db, keys: await openKeys(db), issuer, statusUri, now, onBug };
  const app = routesOf(parts);
  return {
    fetch: async (request) => app.fetch(request),
    newRegistrationCode: (device) => newCode(db, device, now()),
    revokeCard: (number) => revokeCard(db, number, new Date(now())),
    revokeDevice: (deviceId) => revokeDevice(db, deviceId, now()),
    counts: () => counts(db),
    close: () => db.close(),
  };
}

const framesShown = 6;

/** The text of an error may hold a name or a number; its kind and place do not. */
function reportBug(error: Error): void {
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  process.stderr.write(`central: ${error.name}\n${frames.slice(0, framesShown).join('\n')}\n`);
}
