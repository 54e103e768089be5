import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  CustomScheme,
  PowerSaveBlocker,
  SafeStorage,
} from 'electron';

/*
 * The part of Electron that the shell uses, narrow enough for a test to stand in for it. `main.ts` hands over
 * the real one, so the compiler holds the two together.
 */

interface Preventable {
  preventDefault(): void;
}

/** Events of `app`; their listeners take no more than what the shell reads. */
interface AppEvents {
  on(event: 'web-contents-created', listener: (event: unknown, contents: Contents) => void): unknown;
  on(event: 'window-all-closed' | 'second-instance', listener: () => void): unknown;
  on(event: 'before-quit', listener: (event: Preventable) => void): unknown;
}

/** One page, whoever opened it. */
export interface Contents {
  on(
    event: 'will-navigate' | 'will-redirect',
    listener: (event: Preventable & { url: string }) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  on(event: 'render-process-gone', listener: () => void): unknown;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
  reload(): void;
}

interface PermissionDetails {
  readonly requestingUrl: string;
  readonly mediaTypes?: readonly ('video' | 'audio')[];
}

/** The session of the window. */
export interface KioskSession {
  readonly protocol: { handle(scheme: string, handler: (request: Request) => Promise<Response>): void };
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void,
    ): void;
  };
  setPermissionRequestHandler(
    handler: (
      contents: unknown,
      permission: string,
      answer: (granted: boolean) => void,
      details: PermissionDetails,
    ) => void,
  ): void;
  setPermissionCheckHandler(
    handler: (
      contents: unknown,
      permission: string,
      requestingOrigin: string,
      details: { readonly mediaType?: 'video' | 'audio' | 'unknown' },
    ) => boolean,
  ): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  on(event: 'will-download', listener: (event: Preventable) => void): unknown;
}

export type KioskWindow = Pick<BrowserWindow, 'loadURL' | 'focus'>;
export type KeyStore = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

export interface ElectronApi {
  readonly app: AppEvents &
    Pick<App, 'isPackaged' | 'setPath' | 'requestSingleInstanceLock' | 'enableSandbox' | 'quit' | 'exit'> & {
      readonly commandLine: { appendSwitch(name: string): void };
      whenReady(): Promise<unknown>;
    };
  readonly keyStore: KeyStore;
  readonly power: Pick<PowerSaveBlocker, 'start'>;
  registerScheme(scheme: CustomScheme): void;
  openSession(partition: string): KioskSession;
  removeMenu(): void;
  createWindow(settings: BrowserWindowConstructorOptions): KioskWindow;
}
