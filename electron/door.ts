import { origin } from './settings.ts';

/** What the core sees in place of `kiosk://app`: an address of a kind that all web code knows how to read. */
const innerOrigin = 'http://kiosk.localhost';

/**
 * Leads requests for `kiosk://app/…` to the core; any other host of the scheme is nobody's.
 * @param fetch the core's handler
 */
export function door(
  fetch: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!request.url.startsWith(`${origin}/`)) return new Response(null, { status: 404 });
    return fetch(new Request(innerOrigin + request.url.slice(origin.length), request));
  };
}
