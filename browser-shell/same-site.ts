/*
 * What keeps other pages and other hosts out, apart from the cookie:
 *
 * - Host. A foreign name that resolves to 127.0.0.1 (DNS rebinding) would make a stranger's page "same origin"
 *   with the kiosk; its requests carry that name in Host, so only our own names pass.
 * - Sec-Fetch-Site. Cookies, SameSite too, do not tell ports of one host apart; browsers say here whether a
 *   request came from our own origin, or from the person ("none").
 * - Origin, for whatever changes something: it has to be there and be ours.
 */

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];
const ownFetchSites = ['same-origin', 'none'];

/** Whether a Host header names the kiosk on its own port. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/** Whether a request comes from the kiosk's own pages, or from the person at the address bar. */
export function isOwnRequest(method: string, headers: Headers): boolean {
  const fetchSite = headers.get('sec-fetch-site');
  if (fetchSite !== null && !ownFetchSites.includes(fetchSite)) return false;
  return safeMethods.includes(method) || headers.get('origin') === `http://${headers.get('host')}`;
}
