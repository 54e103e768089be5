import { expect, test, vi } from 'vitest';
import { standInForElectron } from './stand-in.ts';

test('started with --home, the entry opens that site and shows it', async () => {
  const { electron, calls, windows } = standInForElectron({ packaged: false });
  const opened = vi.fn(async () => ({ outcome: 'opened', kiosk: { fetch }, close: async () => {} }));
  vi.doMock('electron', () => ({
    app: electron.app,
    BrowserWindow: class {
      focus = vi.fn();
      loadURL: (url: string) => Promise<void>;
      constructor(settings: object) {
        this.loadURL = electron.createWindow(settings).loadURL;
      }
    },
    Menu: { setApplicationMenu: electron.removeMenu },
    powerSaveBlocker: electron.power,
    protocol: { registerSchemesAsPrivileged: vi.fn() },
    safeStorage: electron.keyStore,
    session: { fromPartition: electron.openSession },
  }));
  vi.doMock('#demo/index.ts', () => ({ openAppliance: opened }));
  vi.stubGlobal('process', {
    ...process,
    argv: ['electron', '--no-sandbox', 'electron/main.ts', '--home=/kiosk'],
  });
  try {
    await import('./main.ts');
    await expect.poll(() => calls).toContain('loadURL kiosk://app/');
  } finally {
    vi.unstubAllGlobals();
  }
  expect(opened).toHaveBeenCalledWith(expect.objectContaining({ home: '/kiosk' }));
  expect(windows).toHaveLength(1);
});
