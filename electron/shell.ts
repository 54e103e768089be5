import type { KeyCustody, Kiosk, Refused } from '#core/index.ts';
import { door } from './door.ts';
import type { ElectronApi } from './electron-api.ts';
import { openKeyStore } from './key-custody.ts';
import { lockContents, lockSession } from './lockdown.ts';
import { kioskScheme, origin, partition, switches, windowSettings } from './settings.ts';

/** An open site. */
export interface Appliance {
  readonly outcome: 'opened';
  readonly kiosk: Pick<Kiosk, 'fetch'>;
  close(): Promise<void>;
}

export interface ShellOptions {
  /** Chromium's own files; one shell runs on them at a time. */
  readonly userData: string;
  /** Takes one line for whoever reads the terminal or the journal. */
  note(line: string): void;
  /** Opens the site with the key custody of this machine. */
  open(keyCustody: KeyCustody): Promise<Appliance | Refused>;
}

const failed = 1;

/**
 * Runs the appliance: one locked-down window on one open site, until it is closed. A second start brings the
 * first one's window forward. Ends with exit code 1 when there is no safe key store or the site cannot open.
 *
 * All that Electron wants before it is ready is done before the first `await`.
 */
export async function startShell(electron: ElectronApi, options: ShellOptions): Promise<void> {
  const { app } = electron;
  app.setPath('userData', options.userData);
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  app.enableSandbox();
  for (const name of switches) app.commandLine.appendSwitch(name);
  electron.registerScheme(kioskScheme);
  lockContents(app);
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();

  const appliance = await openSite(electron, options);
  if (!appliance) return app.exit(failed);
  closeBeforeQuitting(app, appliance);
  try {
    await showWindow(electron, appliance);
  } catch (error) {
    await appliance.close();
    throw error;
  }
}

async function openSite(electron: ElectronApi, { open, note }: ShellOptions): Promise<Appliance | undefined> {
  const custody = await openKeyStore(electron.keyStore, electron.app.isPackaged);
  if (custody.outcome === 'no-key-store') {
    note(custody.why);
    return undefined;
  }
  if (custody.outcome === 'unprotected') note('no keyring runs here: the database key is NOT protected');
  const appliance = await open(custody.keyCustody);
  if (appliance.outcome === 'opened') return appliance;
  note(`the site cannot be opened: ${appliance.code}`);
  return undefined;
}

async function showWindow(electron: ElectronApi, { kiosk }: Appliance): Promise<void> {
  const session = electron.openSession(partition);
  lockSession(session);
  session.protocol.handle(kioskScheme.scheme, door(kiosk.fetch));
  electron.removeMenu();
  electron.power.start('prevent-display-sleep');
  const window = electron.createWindow(windowSettings(electron.app.isPackaged));
  electron.app.on('second-instance', () => window.focus());
  await window.loadURL(`${origin}/`);
}

/** Quitting waits for the database to be closed. */
function closeBeforeQuitting(app: ElectronApi['app'], appliance: Appliance): void {
  let closing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    appliance.close().then(
      () => app.exit(0),
      () => app.exit(failed),
    );
  });
}
