import type { Contents, ElectronApi, KioskSession } from './electron-api.ts';
import { localProtocols, origin } from './settings.ts';

const reloadAfterMs = 1000;

/** Keeps every page where it is: no other address, no second window, no webview. A crashed page comes back. */
export function lockContents(app: ElectronApi['app']): void {
  app.on('web-contents-created', (_event, contents) => lockPage(contents));
}

function lockPage(contents: Contents): void {
  const stay = (event: { preventDefault(): void; url: string }) => {
    if (!isOurs(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('render-process-gone', () => setTimeout(() => contents.reload(), reloadAfterMs));
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Denies the page everything but our own camera picture: no other permission, device, download or network. */
export function lockSession(session: KioskSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const types = details.mediaTypes ?? [];
    const cameraOnly = types.length > 0 && types.every((type) => type === 'video');
    answer(permission === 'media' && cameraOnly && isOurs(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, details) =>
      permission === 'media' && details.mediaType === 'video' && isOurs(requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !localProtocols.includes(new URL(url).protocol) }),
  );
  session.on('will-download', (event) => event.preventDefault());
}

function isOurs(url: string): boolean {
  return url === origin || url.startsWith(`${origin}/`);
}
