import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import type { ElectronApi, KioskSession } from './electron-api.ts';

/*
 * A stand-in for Electron, for tests only: it records what the shell asks for, in order, and lets a test play
 * the operating system and the page.
 */

type Handlers = {
  [Name in
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler']: Parameters<KioskSession[Name]>[0];
} & {
  readonly protocol: Parameters<KioskSession['protocol']['handle']>[1];
  readonly beforeRequest: Parameters<KioskSession['webRequest']['onBeforeRequest']>[0];
};

export interface StandInOptions {
  readonly packaged?: boolean;
  readonly firstInstance?: boolean;
  readonly backend?: ReturnType<ElectronApi['keyStore']['getSelectedStorageBackend']>;
  readonly keyStoreAvailable?: boolean;
}

export interface StandIn {
  readonly electron: ElectronApi;
  /** What was called, in order. */
  readonly calls: readonly string[];
  readonly appEvents: EventEmitter;
  readonly sessionEvents: EventEmitter;
  readonly windows: readonly BrowserWindowConstructorOptions[];
  /** What the shell set on the session; complete once the window is open. */
  readonly handlers: Partial<Handlers>;
  /** Resolves with the exit code. */
  readonly exited: Promise<number>;
}

/** Makes a machine that is ready at once, with a key store that turns text around. */
export function standInForElectron(options: StandInOptions = {}): StandIn {
  const {
    packaged = true,
    firstInstance = true,
    backend = 'gnome_libsecret',
    keyStoreAvailable = true,
  } = options;
  const calls: string[] = [];
  const record =
    (name: string) =>
    (argument?: unknown): void => {
      calls.push(typeof argument === 'string' ? `${name} ${argument}` : name);
    };
  const appEvents = new EventEmitter();
  const sessionEvents = new EventEmitter();
  const windows: BrowserWindowConstructorOptions[] = [];
  const handlers: { -readonly [Name in keyof Handlers]?: Handlers[Name] } = {};
  const { promise: exited, resolve: exit } = Promise.withResolvers<number>();

  const session: KioskSession = {
    protocol: {
      handle(scheme, handler) {
        record('handle')(scheme);
        handlers.protocol = handler;
      },
    },
    webRequest: {
      onBeforeRequest(listener) {
        handlers.beforeRequest = listener;
      },
    },
    setPermissionRequestHandler(handler) {
      handlers.setPermissionRequestHandler = handler;
    },
    setPermissionCheckHandler(handler) {
      handlers.setPermissionCheckHandler = handler;
    },
    setDevicePermissionHandler(handler) {
      handlers.setDevicePermissionHandler = handler;
    },
    on: sessionEvents.on.bind(sessionEvents),
  };

  const electron: ElectronApi = {
    app: {
      isPackaged: packaged,
      on: appEvents.on.bind(appEvents),
      setPath: (name) => record('setPath')(name),
      requestSingleInstanceLock: () => firstInstance,
      enableSandbox: record('enableSandbox'),
      commandLine: { appendSwitch: record('appendSwitch') },
      async whenReady() {
        record('ready')();
      },
      quit() {
        record('quit')();
        let prevented = false;
        appEvents.emit('before-quit', { preventDefault: () => (prevented = true) });
        if (!prevented) exit(0);
      },
      exit: (code = 0) => exit(code),
    },
    keyStore: {
      isAsyncEncryptionAvailable: async () => keyStoreAvailable,
      getSelectedStorageBackend: () => backend,
      encryptStringAsync: async (text) => Buffer.from(`sealed:${reversed(text)}`),
      async decryptStringAsync(sealed) {
        const text = sealed.toString();
        if (!text.startsWith('sealed:')) throw new Error('cannot decrypt');
        return { shouldReEncrypt: false, result: reversed(text.slice('sealed:'.length)) };
      },
    },
    power: {
      start(type) {
        record('power')(type);
        return 1;
      },
    },
    registerScheme: ({ scheme }) => record('registerScheme')(scheme),
    openSession: () => session,
    removeMenu: record('removeMenu'),
    createWindow(settings) {
      windows.push(settings);
      return { loadURL: async (url) => record('loadURL')(url), focus: record('focus') };
    },
  };
  return { electron, calls, appEvents, sessionEvents, windows, handlers, exited };
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
