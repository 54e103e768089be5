import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { LaunchToken } from './launch-token.ts';
import { newSecret, sameSecret } from './launch-token.ts';
import { launcherOnly } from './launcher-only.ts';
import { isOwnHost, isOwnRequest } from './same-site.ts';

/** A full camera picture with room to spare; what is larger is no picture of ours. */
const bodyLimitBytes = 16 * 1024 * 1024;

/** What the guard stands before; the core's `Kiosk` is one. */
export interface WebHandler {
  fetch(request: Request): Response | Promise<Response>;
}

/**
 * Lets through to the kiosk only what comes from the one window that was launched.
 * @param port the port it is served on; part of the names it answers to
 */
export function guard(kiosk: WebHandler, token: LaunchToken, port: number): Hono {
  // Cookies are shared between the ports of a host: two kiosks on one machine need two names.
  const cookie = `kiosk-${port}`;
  const session = newSecret();
  const hasSession = (context: Context) => sameSecret(session, getCookie(context, cookie) ?? '');

  const door = new Hono();
  door.use(async (context, next) => (isOwnHost(context.req.header('host'), port) ? next() : forbidden()));
  door.get('/launch', (context) => {
    if (context.req.method !== 'GET' || !token.redeem(context.req.query('token') ?? ''))
      return launcherOnly();
    setCookie(context, cookie, session, { httpOnly: true, sameSite: 'Strict', path: '/' });
    context.header('referrer-policy', 'no-referrer');
    context.header('cache-control', 'no-store');
    return context.redirect('/', 303);
  });
  door.use(async (context, next) => {
    if (!hasSession(context)) return wantsPage(context) ? launcherOnly() : forbidden();
    return isOwnRequest(context.req.method, context.req.raw.headers) ? next() : forbidden();
  });
  door.use(bodyLimit({ maxSize: bodyLimitBytes, onError: () => plain(413, 'Too large') }));
  door.all('*', (context) => kiosk.fetch(context.req.raw));
  return door;
}

function wantsPage(context: Context): boolean {
  return context.req.method === 'GET' && (context.req.header('accept') ?? '').includes('text/html');
}

function forbidden(): Response {
  return plain(403, 'Forbidden');
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'cache-control': 'no-store' } });
}
