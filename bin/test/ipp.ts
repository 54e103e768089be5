import { existsSync } from 'node:fs';
import { installDebianPackages } from './debian.ts';

/** The printer that the Internet Printing Protocol test prints to, and what it announces itself through. */
const packages = ['cups-ipp-utils', 'dbus', 'avahi-daemon'];

/** Gets `ippeveprinter` for the printer test where that needs no asking; the test skips itself without. */
export async function prepareIpp(): Promise<void> {
  if (
    process.platform !== 'linux' ||
    existsSync('/usr/sbin/ippeveprinter') ||
    existsSync('/usr/bin/ippeveprinter')
  )
    return;
  if (!installDebianPackages(packages))
    console.log('No ippeveprinter here: the test that prints to it is skipped.');
}
