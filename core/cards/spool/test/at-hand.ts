import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type IppSimulatorOptions, startIppSimulator } from '#drivers/card-printer/index.ts';
import { type Desk, ippPrinter, newHome, openDesk, removeHome } from './desk.ts';

/** How long a busy machine may take. */
export const soon = { timeout: 8000 };

/** A desk at a simulated printer; both end with the test. */
export async function deskAtHand(options?: IppSimulatorOptions) {
  const home = await newHome();
  onTestFinished(() => removeHome(home));
  const simulator = await startIppSimulator(options);
  onTestFinished(() => simulator.close());
  const desk = await opened(home, simulator.uri);
  return { home, simulator, desk };
}

/** Opens the desk of a home folder at a printer, until the test ends. */
export async function opened(home: string, uri: string): Promise<Desk> {
  const desk = await openDesk(home, ippPrinter(uri));
  onTestFinished(() => desk.close());
  return desk;
}

const dying = fileURLToPath(new URL('./kiosk-that-dies.ts', import.meta.url));

/** A kiosk of its own process that has sent its card to the printer. */
export async function kioskThatPrints(home: string, uri: string) {
  const child = spawn(process.execPath, [dying, home, uri], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  return {
    job: Number(String(line)),
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
