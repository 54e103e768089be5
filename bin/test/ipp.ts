import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installDebianPackages } from './debian.ts';

/** The printer that the Internet Printing Protocol test prints to, and what it announces itself through. */
const packages = ['cups-ipp-utils', 'dbus', 'avahi-daemon'];
const services = ['dbus', 'avahi-daemon'];
const places = ['/usr/sbin/ippeveprinter', '/usr/bin/ippeveprinter'];
const startLimitMs = 10_000;

/** Gets `ippeveprinter` and what it needs running, where that needs no asking; its test skips itself without. */
export function prepareIpp(): void {
  if (process.platform !== 'linux') return;
  if (!places.some(existsSync) && !installDebianPackages(packages)) {
    console.log('No ippeveprinter here: the test that prints to it is skipped.');
    return;
  }
  // In a container nothing has started them; elsewhere they run already and this changes nothing.
  if (process.getuid?.() !== 0) return;
  for (const service of services)
    spawnSync('service', [service, 'start'], { stdio: 'ignore', timeout: startLimitMs });
}
