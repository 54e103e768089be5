import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The command that installs Debian packages here without asking; undefined where there is none. */
function aptGet(): readonly string[] | undefined {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  const withoutPassword = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return withoutPassword ? ['sudo', '-n', 'apt-get'] : undefined;
}

/**
 * Installs Debian packages, where this may be done without asking: on Debian and its kin, as root or with a
 * password-free sudo.
 * @returns whether they are installed now
 */
export function installDebianPackages(packages: readonly string[]): boolean {
  const apt = aptGet();
  if (!apt) return false;
  console.log(`Installing Debian packages: ${packages.join(', ')}`);
  const quietly = ['-qq', '-o', 'Dpkg::Use-Pty=0', '-o', 'Acquire::Retries=3'];
  // One unreachable archive fails the update; the packages may still be had from the others.
  runApt([...apt, 'update', ...quietly]);
  return runApt([...apt, 'install', '-y', '--no-install-recommends', ...quietly, ...packages]);
}

function runApt([program = '', ...args]: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
