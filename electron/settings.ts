import type { BrowserWindowConstructorOptions, CustomScheme } from 'electron';

/*
 * What the shell asks of Chromium, as data; the README says which line of Electron's security checklist each
 * answers.
 */

/** The scheme and host the screens live at. */
export const origin = 'kiosk://app';

/** Behaves like https: relative addresses, secure context (camera), fetch and streamed answers. */
export const kioskScheme: CustomScheme = {
  scheme: 'kiosk',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};

/** Command-line switches of Chromium: nothing calls home. */
export const switches = [
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
] as const;

/** Requests that stay on this machine; every other is cancelled. */
export const localProtocols = ['kiosk:', 'blob:', 'data:', 'devtools:'];

/** The partition is in memory: what the screens hold ends with the window. */
export const partition = 'kiosk';

/** The window. Production fills the screen and has no developer tools. */
export function windowSettings(production: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 800,
    kiosk: production,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !production,
    },
  };
}
