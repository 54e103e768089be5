import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Site } from '#core/site/site.ts';
import { type CardPrinter, openIppPrinter, openPdfFolderPrinter } from '#drivers/card-printer/index.ts';
import { type FingerprintScanner, openEf01Scanner } from '#drivers/fingerprint-scanner/index.ts';

export interface Devices {
  readonly scanner: FingerprintScanner | null;
  readonly printer: CardPrinter | null;
}

/**
 * Opens the devices that a site names. A device that is not there yet is no failure: its driver says so when it
 * is used and takes it when it comes. `simulator` is the path of a simulated scanner, for sites that name one.
 */
export async function openDevices(
  site: Site,
  home: string,
  simulator: string | null = null,
): Promise<Devices> {
  return { scanner: await openScanner(site, simulator), printer: await openPrinter(site, home) };
}

async function openScanner(
  { devices: { scanner } }: Site,
  simulator: string | null,
): Promise<FingerprintScanner | null> {
  const path = scanner.kind === 'ef01' ? scanner.path : scanner.kind === 'simulated' ? simulator : null;
  return path === null ? null : openEf01Scanner({ path });
}

async function openPrinter({ devices: { printer } }: Site, home: string): Promise<CardPrinter | null> {
  if (printer.kind === 'ipp') return openIppPrinter(printer.uri);
  if (printer.kind === 'none') return null;
  const folder = resolve(home, printer.folder);
  await mkdir(folder, { recursive: true });
  return openPdfFolderPrinter(folder);
}
