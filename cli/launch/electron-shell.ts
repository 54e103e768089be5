import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sandboxFlags } from './machine.ts';

/** A failure this early means that Electron could not open here: no sandbox, a library missing, a refusal. */
const openingLimitMs = 20_000;

/**
 * Runs the appliance in Electron, which opens the site itself, until its window closes.
 * @param program path of Electron
 * @param root folder of package.json
 * @returns its exit code; `did-not-open` when it failed within its first 20 seconds
 */
export function runElectron(program: string, root: string, home: string): Promise<number | 'did-not-open'> {
  const begun = performance.now();
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(program, [...sandboxFlags(), join(root, 'electron/main.ts'), `--home=${home}`], {
    stdio: 'inherit',
    env,
  });
  const stop = () => child.kill('SIGTERM');
  const stopQuietly = () => {
    // The terminal's own Ctrl+C has reached Electron already; this process only waits for it.
    if (!process.stdin.isTTY) stop();
  };
  process.on('SIGTERM', stop).on('SIGINT', stopQuietly);
  return new Promise<number | 'did-not-open'>((resolve) => {
    child.once('error', () => resolve('did-not-open'));
    child.once('close', (code) => {
      const early = performance.now() - begun < openingLimitMs;
      resolve(code !== 0 && early ? 'did-not-open' : (code ?? 1));
    });
  }).finally(() => process.off('SIGTERM', stop).off('SIGINT', stopQuietly));
}
