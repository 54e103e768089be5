import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, Menu, powerSaveBlocker, protocol, safeStorage, session } from 'electron';
import { startShell } from './shell.ts';

/*
 * Electron's entry: `electron electron/main.ts --home=FOLDER`. Electron strips types as Node does, so the
 * sources run as they are. The core is loaded when Electron is ready, for it has to hear of the scheme and the
 * sandbox before; and nothing here may be awaited, for Electron is not ready until this module has run.
 */

const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { home: { type: 'string' } },
  strict: false,
});
const home = typeof values.home === 'string' ? values.home : join(app.getPath('userData'), 'site');
const note = (line: string) => process.stderr.write(`kiosk: ${line}\n`);

startShell(
  {
    app,
    keyStore: safeStorage,
    power: powerSaveBlocker,
    registerScheme: (scheme) => protocol.registerSchemesAsPrivileged([scheme]),
    openSession: (partition) => session.fromPartition(partition),
    removeMenu: () => Menu.setApplicationMenu(null),
    createWindow: (settings) => new BrowserWindow(settings),
  },
  {
    userData: join(home, 'electron'),
    note,
    async open(keyCustody) {
      const { openAppliance } = await import('#demo/index.ts');
      return openAppliance({ home, keyCustody, note, syncsByItself: true });
    },
  },
).catch((error: unknown) => {
  note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  app.exit(1);
});
