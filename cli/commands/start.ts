import { once } from 'node:events';
import { Command } from 'commander';
import { serveKiosk } from '#browser-shell/index.ts';
import { startShell } from '../launch/index.ts';
import { homeOf, openHome } from '../session.ts';

export const startCommand = new Command('start')
  .description('Start the kiosk and open its window; a new folder becomes the demonstration')
  .option('--home <folder>', 'the kiosk, by default KIOSK_HOME or kiosk-data')
  .option('--port <n>', 'loopback port of the browser shell; any free one by default', '0')
  .action(async (options: { home?: string; port: string }) => {
    const home = homeOf(options.home);
    const note = (line: string) => process.stdout.write(`${line}\n`);
    const closing: (() => Promise<void>)[] = [];
    try {
      process.exitCode = await startShell({
        home,
        note,
        async openInBrowserShell() {
          const appliance = await openHome(home, { note, syncsByItself: true });
          closing.push(() => appliance.close());
          const served = await serveKiosk(appliance.kiosk, { port: Number(options.port) });
          closing.push(() => served.close());
          note(`Everything this kiosk keeps is in ${home}; delete the folder to begin anew`);
          return { launchUrl: served.launchUrl, closed: signalled() };
        },
      });
    } finally {
      for (const close of closing.reverse()) await close();
    }
  });

async function signalled(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
