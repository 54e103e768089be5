import { mkdir } from 'node:fs/promises';
import {
  demoSignIn,
  isRefused,
  type KeyCustody,
  type Kiosk,
  openDevices,
  openKiosk,
  passphraseCustody,
  type Refused,
  readSite,
  type Site,
  writeSite,
} from '#core/index.ts';
import { type Ef01Simulator, startEf01Simulator } from '#drivers/fingerprint-scanner/index.ts';
import { type Bystander, createBystander } from './bystander.ts';
import { type EmbeddedCentral, placeEmbeddedCentral } from './embedded-central.ts';
import { demoPeople } from './people.ts';
import { photograph } from './photos.ts';
import { demoSite } from './site.ts';

/*
 * From a home folder to a running kiosk. A folder with a site file is that site; one without becomes the
 * built-in demonstration, with what a real site finds in the world: a scanner, people, and a central.
 */

export interface ApplianceOptions {
  readonly home: string;
  /** Of a real site; the demonstration's passphrase is public. */
  readonly keyCustody: KeyCustody;
  /** Sends and fetches by itself as long as it is open. */
  readonly syncsByItself?: boolean;
  /** One line of what is going on. */
  readonly note?: (line: string) => void;
}

export interface Appliance {
  readonly outcome: 'opened';
  readonly kiosk: Kiosk;
  readonly site: Site;
  /** The world of the demonstration; null at a real site. */
  readonly demo: DemoWorld | null;
  close(): Promise<void>;
}

export interface DemoWorld {
  readonly central: EmbeddedCentral;
  readonly bystander: Bystander;
  readonly sensor: Ef01Simulator;
}

/** Refusals: invalid-site, wrong-passphrase, kiosk-already-open, disk-full. */
export async function openAppliance(options: ApplianceOptions): Promise<Appliance | Refused> {
  await mkdir(options.home, { recursive: true });
  const site = await readSite(options.home);
  if (isRefused(site)) return site;
  if (!site) {
    await writeSite(options.home, demoSite);
    options.note?.(`Laid out the demonstration site in ${options.home}`);
  }
  const own = site ?? demoSite;
  return own.demo ? openDemo(own, options) : openSite(own, options);
}

async function openSite(
  site: Site,
  { home, keyCustody, syncsByItself = false }: ApplianceOptions,
): Promise<Appliance | Refused> {
  const devices = await openDevices(site, home);
  const kiosk = await openKiosk({ home, site, keyCustody, ...devices, syncsByItself });
  if (!isRefused(kiosk)) return { outcome: 'opened', kiosk, site, demo: null, close: () => kiosk.close() };
  await devices.scanner?.close();
  await devices.printer?.close();
  return kiosk;
}

/** A demonstration opens in every shell, and guards nothing. */
const demoCustody = passphraseCustody('demonstration');

async function openDemo(
  site: Site,
  { home, note, syncsByItself = false }: ApplianceOptions,
): Promise<Appliance | Refused> {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  const bystander = createBystander();
  const sensor = await startEf01Simulator({ nextPrint: () => bystander.touch() });
  closing.push(() => sensor.close());
  const central = await placeEmbeddedCentral(home);
  closing.push(() => central.close());
  const devices = await openDevices(site, home, sensor.path);
  const demoCamera = await Promise.all(demoPeople.map((person) => photograph(person)));
  const served = { ...site, central: { url: central.url } };
  const kiosk = await openKiosk({
    home,
    site: served,
    keyCustody: demoCustody,
    ...devices,
    demoCamera,
    syncsByItself,
  });
  if (isRefused(kiosk)) {
    await devices.scanner?.close();
    await devices.printer?.close();
    await close();
    return kiosk;
  }
  closing.push(() => kiosk.close());
  await settleIn(kiosk, central, note);
  const watched: Kiosk = {
    ...kiosk,
    fetch(request) {
      bystander.watch(new URL(request.url).pathname);
      return kiosk.fetch(request);
    },
  };
  return { outcome: 'opened', kiosk: watched, site, demo: { central, bystander, sensor }, close };
}

/** The first start of a demonstration: its operator, and its registration at the embedded central. */
async function settleIn(
  kiosk: Kiosk,
  embedded: EmbeddedCentral,
  note?: (line: string) => void,
): Promise<void> {
  const central = await embedded.open();
  await kiosk.putOperator({ id: demoSignIn.operator, name: 'Asha', role: 'operator' }, demoSignIn.pin);
  if (kiosk.isRegistered()) return;
  const refused = await kiosk.register(await central.newRegistrationCode('demo-kiosk'));
  note?.(
    refused
      ? `Not registered at the embedded central: ${refused.code}`
      : 'Registered at the embedded central',
  );
}
