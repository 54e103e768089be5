import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import type { Refused } from '#core/index.ts';
import { type Appliance, startShell } from './shell.ts';
import { type StandInOptions, standInForElectron } from './stand-in.ts';

const refused: Refused = { outcome: 'refused', code: 'invalid-site' };

test('what Electron wants before it is ready is done before', async () => {
  const { calls } = await start();
  const before = calls.slice(0, calls.indexOf('ready'));
  expect(before).toContain('setPath userData');
  expect(before).toContain('enableSandbox');
  expect(before).toContain('registerScheme kiosk');
  expect(before).toContain('appendSwitch disable-background-networking');
});

test('the window opens on the kiosk, sandboxed, without menu, on a screen that stays on', async () => {
  const { calls, windows } = await start();
  expect(calls.slice(calls.indexOf('ready') + 1)).toEqual([
    'handle kiosk',
    'removeMenu',
    'power prevent-display-sleep',
    'loadURL kiosk://app/',
  ]);
  expect(windows[0]).toMatchObject({
    kiosk: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, devTools: false },
  });
});

test('the screens come from the core', async () => {
  const { handlers } = await start();
  const answer = await handlers.protocol?.(new Request('kiosk://app/screens'));
  expect(await answer?.text()).toBe('/screens');
});

test('in development the window has a frame and developer tools', async () => {
  const { windows } = await start({ packaged: false });
  expect(windows[0]).toMatchObject({ kiosk: false, webPreferences: { devTools: true, sandbox: true } });
});

test('our page gets the camera; microphone, location and other pages get nothing', async () => {
  const { handlers } = await start();
  const granted = (permission: string, requestingUrl: string, mediaTypes?: ('video' | 'audio')[]) => {
    const answer = vi.fn();
    const details = mediaTypes ? { requestingUrl, mediaTypes } : { requestingUrl };
    handlers.setPermissionRequestHandler?.(null, permission, answer, details);
    return answer.mock.calls[0]?.[0];
  };
  expect(granted('media', 'kiosk://app/', ['video'])).toBe(true);
  expect(granted('media', 'kiosk://app/', ['video', 'audio'])).toBe(false);
  expect(granted('media', 'kiosk://app/')).toBe(false);
  expect(granted('media', 'https://elsewhere.example/', ['video'])).toBe(false);
  expect(granted('media', 'kiosk://app.elsewhere/', ['video'])).toBe(false);
  expect(granted('geolocation', 'kiosk://app/')).toBe(false);

  const check = handlers.setPermissionCheckHandler;
  expect(check?.(null, 'media', 'kiosk://app', { mediaType: 'video' })).toBe(true);
  expect(check?.(null, 'media', 'kiosk://app/', { mediaType: 'audio' })).toBe(false);
  expect(check?.(null, 'hid', 'kiosk://app/', {})).toBe(false);
  expect(handlers.setDevicePermissionHandler?.()).toBe(false);
});

test('nothing leaves the machine and nothing is downloaded', async () => {
  const { handlers, sessionEvents } = await start();
  const cancelled = (url: string) => {
    const answer = vi.fn();
    handlers.beforeRequest?.({ url }, answer);
    return answer.mock.calls[0]?.[0].cancel;
  };
  expect(cancelled('https://elsewhere.example/')).toBe(true);
  expect(cancelled('file:///etc/passwd')).toBe(true);
  expect(cancelled('kiosk://app/api/events')).toBe(false);
  expect(isPrevented(sessionEvents, 'will-download')).toBe(true);
});

test('a page cannot lead elsewhere, open a window or embed a webview', async () => {
  const { appEvents } = await start();
  const setWindowOpenHandler = vi.fn();
  const page = Object.assign(new EventEmitter(), { setWindowOpenHandler, reload: vi.fn() });
  appEvents.emit('web-contents-created', {}, page);
  expect(isPrevented(page, 'will-navigate', 'https://elsewhere.example/')).toBe(true);
  expect(isPrevented(page, 'will-redirect', 'file:///etc/passwd')).toBe(true);
  expect(isPrevented(page, 'will-navigate', 'kiosk://app/?again')).toBe(false);
  expect(isPrevented(page, 'will-attach-webview')).toBe(true);
  expect(setWindowOpenHandler.mock.calls[0]?.[0]()).toEqual({ action: 'deny' });
});

test('a page that crashed comes back', async () => {
  const { appEvents } = await start();
  vi.useFakeTimers();
  try {
    const page = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn(), reload: vi.fn() });
    appEvents.emit('web-contents-created', {}, page);
    page.emit('render-process-gone');
    vi.runAllTimers();
    expect(page.reload).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

test('closing the window closes the site before the program ends', async () => {
  const { appEvents, closed, exited } = await start();
  appEvents.emit('window-all-closed');
  expect(await exited).toBe(0);
  expect(closed).toHaveBeenCalledOnce();
});

test('told twice to quit, it closes the site once', async () => {
  const { electron, closed, exited } = await start();
  electron.app.quit();
  electron.app.quit();
  expect(await exited).toBe(0);
  expect(closed).toHaveBeenCalledOnce();
});

test('a second start leaves the site alone; the first comes forward', async () => {
  const second = await start({ firstInstance: false });
  expect(await second.exited).toBe(0);
  expect(second.opened).not.toHaveBeenCalled();
  const first = await start();
  first.appEvents.emit('second-instance');
  expect(first.calls.at(-1)).toBe('focus');
});

test('a site that cannot be opened ends with its code told and no window', async () => {
  const { notes, windows, exited } = await start({}, refused);
  expect(await exited).toBe(1);
  expect(notes).toEqual(['the site cannot be opened: invalid-site']);
  expect(windows).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'without a keyring, production does not open the site (Linux only)',
  async () => {
    const { opened, notes, exited } = await start({ backend: 'basic_text' });
    expect(await exited).toBe(1);
    expect(opened).not.toHaveBeenCalled();
    expect(notes[0]).toContain('no keyring');
  },
);

async function start(machine: StandInOptions = {}, outcome?: Refused) {
  const standIn = standInForElectron(machine);
  const notes: string[] = [];
  const closed = vi.fn(async () => {});
  const appliance: Appliance = {
    outcome: 'opened',
    kiosk: { fetch: async (request) => new Response(new URL(request.url).pathname) },
    close: closed,
  };
  const opened = vi.fn(async () => outcome ?? appliance);
  await startShell(standIn.electron, { userData: '/kiosk', note: (line) => notes.push(line), open: opened });
  return { ...standIn, notes, closed, opened };
}

/** Whether the shell stops an event of the page or the session. */
function isPrevented(source: EventEmitter, name: string, url = ''): boolean {
  const preventDefault = vi.fn();
  source.emit(name, { preventDefault, url });
  return preventDefault.mock.calls.length > 0;
}
